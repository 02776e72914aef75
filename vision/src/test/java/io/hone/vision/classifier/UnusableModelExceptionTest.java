package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusableModelExceptionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DefaultCPUAllocator: can't allocate memory: you tried to allocate 4096 bytes. Error code 12 | true
                    CUDA out of memory. Tried to allocate 2.00 GiB                                              | true
                    std::bad_alloc                                                                              | true
                    open file failed because of errno 24 on fopen: Too many open files, file path: /tmp/m.pt    | true
                    CUDA error: an illegal memory access was encountered                                        | true
                    PytorchStreamReader failed reading zip archive: failed finding central directory            | false
                    Unknown builtin op: aten::nonsense.                                                         | false
                    """)
    void whatMemoryDiskOrDeviceFailedIsNotBlamedOnTheFile(String engineSays, boolean mayPass) {
        // When
        UnusableModelException failure =
                new UnusableModelException("model.pt cannot be loaded", new EngineException(engineSays));

        // Then
        assertThat(failure.mayPass()).isEqualTo(mayPass);
    }
}
