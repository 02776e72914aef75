package io.hone.cli.push.source;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Ends a body that has too many bytes, whatever its headers have announced. */
final class LimitedBody<T> implements BodySubscriber<T> {

    private final long most;
    private final BodySubscriber<T> body;
    private Subscription subscription;
    private long received;
    private boolean ended;

    LimitedBody(long most, BodySubscriber<T> body) {
        this.most = most;
        this.body = body;
    }

    @Override
    public CompletionStage<T> getBody() {
        return body.getBody();
    }

    @Override
    public void onSubscribe(Subscription asked) {
        subscription = asked;
        body.onSubscribe(asked);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received > most && !ended) {
            ended = true;
            subscription.cancel();
            body.onError(new TooLargeException(most));
        } else if (!ended) {
            body.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (!ended) {
            body.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!ended) {
            body.onComplete();
        }
    }
}
