namespace SafeState.Storage;

/// <summary>A node on its way into a holder.</summary>
internal interface INodeField
{
    /// <summary>Makes what is in it, unless that was done. The nodes in it are taken hold of, and take part in <paramref name="adoption"/>.</summary>
    void Fill(NodeAdoption adoption);

    /// <summary>Lets go of it, and of what was made so far.</summary>
    void Abandon();
}
