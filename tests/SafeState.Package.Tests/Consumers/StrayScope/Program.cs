using Library;

var votes = new Votes();
votes.EnterWrite().Voters.Clear();
