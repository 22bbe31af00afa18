using System.CommandLine;
using System.Globalization;
using Incidents.Running;

Incident[] all =
[
    Incidents.RouteTable.Replay.Incident,
    Incidents.FeatureParams.Replay.Incident,
    Incidents.ResponseHeaders.Replay.Incident,
    Incidents.ActiveInstances.Replay.Incident,
    Incidents.WebSocketClients.Replay.Incident,
];

var incidentOption = new Option<string?>("--incident")
{
    Description = "Play one incident only.",
    HelpName = string.Join('|', all.Select(incident => incident.Name)),
};
incidentOption.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. all.Select(incident => incident.Name)]);

var secondsOption = new Option<int>("--seconds")
{
    Description = "How long each holder is under traffic; 2 is enough for a quick check.",
    DefaultValueFactory = _ => 20,
    CustomParser = result =>
    {
        if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds < 1)
        {
            result.AddError("--seconds must be a whole number, at least 1.");
        }

        return seconds;
    },
};

var command = new RootCommand(
    "Five production incidents, each caused by a collection that several threads shared: "
    + "the code as it was is driven until it fails, then its SafeState holder goes through the same traffic.")
{
    incidentOption,
    secondsOption,
};
command.SetAction(async (arguments, cancellation) =>
{
    var name = arguments.GetValue(incidentOption);
    var chosen = all.Where(incident => name is null || incident.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    return await Show.RunAsync([.. chosen], TimeSpan.FromSeconds(arguments.GetValue(secondsOption)), cancellation);
});
return await command.Parse(args).InvokeAsync();
