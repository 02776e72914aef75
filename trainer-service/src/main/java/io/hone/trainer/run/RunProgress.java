package io.hone.trainer.run;

import io.hone.trainer.finetune.Progress;

/** How far the run that is under way has come. */
record RunProgress(String run, Progress progress) {}
