package io.hone.vision.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BakedModeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_1 = torch.batch_norm(x, weight, bias, running_mean, running_var, False, 0.1, 1e-05, True)",
                "_1 = torch.batch_norm(torch._convolution(x, w, None, [1, 1], [0, 0]), weight, bias, mean, var, True, 0.1, 1e-05, True)",
                "return torch.dropout(torch.relu(x), 0.5, False)",
                "_0 = torch.dropout_(input, p, training)\n    _1 = torch.feature_dropout(x, 0.2, True)"
            })
    void seesTheModeThatTracingWroteDown(String code) {
        // Given, when, then
        assertThat(BakedMode.isBaked(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_2 = torch.batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps, True)",
                "_4 = torch.dropout_(input, p, training)",
                "_3 = _0(input, running_mean, running_var, weight, bias, bn_training, 0.1, 1e-05, )",
                "return torch.dropout(torch.relu_(x, True, False), 0.5, self.training)",
                "_5 = torch.linear(input, weight, bias)"
            })
    void leavesCodeAloneThatFollowsTheSwitch(String code) {
        // Given, when, then
        assertThat(BakedMode.isBaked(code)).isFalse();
    }
}
