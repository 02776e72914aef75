package io.hone.vision.classifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds code that was traced. Tracing notes what one run did: batch normalisation and dropout then have training or
 * evaluation written into their calls and follow no switch. It trains to bad weights without any error.
 */
final class BakedMode {

    private static final Pattern CALL = Pattern.compile("torch\\.(batch_norm|(?:feature_|alpha_)?dropout)_?\\(");
    private static final int MODE_OF_BATCH_NORM = 5;
    private static final int MODE_OF_DROPOUT = 2;
    private static final Set<String> WRITTEN_OUT = Set.of("True", "False");

    private BakedMode() {}

    /**
     * @param torchScript one that was checked: it is read without bounds
     * @throws UnusableModelException if the code, or a part of it, was traced
     */
    static void refuse(Path torchScript) {
        try (ZipFile zip = new ZipFile(torchScript.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().contains("/code/")
                        && entry.getName().endsWith(".py")
                        && isBaked(text(zip, entry))) {
                    throw new UnusableModelException(
                            "%s was traced: its batch normalisation or dropout does not change between training and"
                                            .formatted(torchScript.getFileName())
                                    + " evaluation; script the network with torch.jit.script instead of torch.jit.trace");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(torchScript), e);
        }
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    static boolean isBaked(String code) {
        Matcher call = CALL.matcher(code);
        while (call.find()) {
            List<String> arguments = arguments(code, call.end());
            int mode = call.group(1).equals("batch_norm") ? MODE_OF_BATCH_NORM : MODE_OF_DROPOUT;
            if (arguments.size() > mode && WRITTEN_OUT.contains(arguments.get(mode))) {
                return true;
            }
        }
        return false;
    }

    /** Of a call, up to its closing bracket. */
    private static List<String> arguments(String code, int start) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int begin = start;
        for (int i = start; i < code.length() && depth >= 0; i++) {
            char c = code.charAt(i);
            depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0 || (depth == 0 && c == ',')) {
                arguments.add(code.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        return arguments;
    }
}
