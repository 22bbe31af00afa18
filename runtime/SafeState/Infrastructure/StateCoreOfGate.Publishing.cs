using SafeState.Gates;

namespace SafeState.Infrastructure;

// For strategies whose readers take no lock but the image that the last writer published.
public abstract partial class StateCore<TGate>
{
    /// <summary>The image that the last writer published, for strategies that publish images.</summary>
    /// <exception cref="LockRecursionException">This thread is writing: the image would be stale.</exception>
    internal StateImage PublishedImage()
    {
        if (_gate.IsWriteHeldByCurrentThread)
        {
            throw GateErrors.Recursion(Holder);
        }

        return CachedImage ?? PublishFirstImage();
    }

    /// <summary>Offers a field's snapshot once more, with what was made for it, unless a writer is inside. That one does it when it leaves, or is about to leave and has done it.</summary>
    internal void TryOfferAgain(StateField field)
    {
        // The lock: only then nobody withdraws what is offered here.
        if (_gate.TryEnterWrite(TimeSpan.Zero))
        {
            field.Offer();
            _gate.ExitWrite();
        }
    }

    // Withdrawn since the lock was taken, the snapshots are offered again when the new image is published: who reads a new
    // snapshot directly finds every other one either new or withdrawn, so several fields never change one after the other.
    private void EndPublishing()
    {
        try
        {
            if (IsChanged)
            {
                PublishChange();
            }
        }
        finally
        {
            OfferSnapshots();
            _gate.ExitWrite();
        }
    }

    private ReadTicket EnterPublishedImage()
    {
        var image = PublishedImage();
        return new ReadTicket(this, image, ReadScopes.Enter(this));
    }

    private bool TryPublishFirstImage(TimeSpan timeout)
    {
        if (!_gate.TryEnterWrite(timeout))
        {
            return false;
        }

        TakeFirstImage();
        return true;
    }

    private StateImage PublishFirstImage()
    {
        _gate.EnterWrite();
        return TakeFirstImage();
    }

    private StateImage TakeFirstImage()
    {
        try
        {
            return CachedImage ?? Publish(TakeImage());
        }
        finally
        {
            OfferSnapshots();
            _gate.ExitWrite();
        }
    }
}
