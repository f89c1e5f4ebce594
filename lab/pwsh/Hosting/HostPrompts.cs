using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using M2K.Lab.Pwsh.Console;
using Con = System.Console;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>Questions to the user: a line, a secret, missing parameters, a choice, a credential.</summary>
internal sealed class HostPrompts(LabUserInterface ui)
{
    /// <summary>-NonInteractive: every question is an error instead.</summary>
    public bool Forbidden { get; set; }

    /// <summary>Where lines come from when stdin is redirected; shared with the loop that reads commands from it.</summary>
    public CommandReader Redirected { get; set; } = new(TextReader.Null);

    public string ReadLine()
    {
        Demand();
        return (Con.IsInputRedirected ? Redirected.ReadLine() : Con.ReadLine()) ?? "";
    }

    public SecureString ReadSecret()
    {
        Demand();
        var secret = new SecureString();
        if (Con.IsInputRedirected)
        {
            foreach (var c in Redirected.ReadLine() ?? "") { secret.AppendChar(c); }
            return secret;
        }
        for (var key = Con.ReadKey(true); key.Key != ConsoleKey.Enter; key = Con.ReadKey(true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                if (secret.Length == 0) { continue; }
                secret.RemoveAt(secret.Length - 1);
                ui.Write("\b \b");
            }
            else if (key.KeyChar >= ' ')
            {
                secret.AppendChar(key.KeyChar);
                ui.Write("*");
            }
        }
        ui.WriteLine();
        return secret;
    }

    public Dictionary<string, PSObject> AskFields(string caption, string message, Collection<FieldDescription> fields)
    {
        Demand();
        WriteHeading(caption, message);
        return fields.ToDictionary(field => field.Name, AskField);
    }

    public int AskChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Demand();
        WriteHeading(caption, message);
        var keys = choices.Select(ChoiceKey).ToArray();
        var offer = string.Join("  ", choices.Select((choice, i) => $"[{keys[i]}] {choice.Label.Replace("&", "")}"));
        var standard = defaultChoice >= 0 ? $" (default is \"{keys[defaultChoice]}\")" : "";
        while (true)
        {
            ui.Write($"{offer}  [?] Help{standard}: ");
            var answer = Con.IsInputRedirected ? Redirected.ReadLine() : Con.ReadLine();
            if (answer is null) { throw new PSInvalidOperationException("The question has no answer: standard input has ended."); }
            answer = answer.Trim();
            if (answer.Length == 0 && defaultChoice >= 0) { return defaultChoice; }
            if (answer == "?")
            {
                for (var i = 0; i < choices.Count; i++) { ui.WriteLine($"{keys[i]} - {choices[i].HelpMessage}"); }
                continue;
            }
            for (var i = 0; i < choices.Count; i++)
            {
                if (answer.Equals(keys[i], StringComparison.OrdinalIgnoreCase)
                    || answer.Equals(choices[i].Label.Replace("&", ""), StringComparison.OrdinalIgnoreCase)) { return i; }
            }
        }
    }

    public PSCredential AskCredential(string caption, string message, string? userName)
    {
        Demand();
        WriteHeading(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            ui.Write("User: ");
            userName = ReadLine();
            if (userName.Length == 0) { return null!; }
        }
        ui.Write($"Password for user {userName}: ");
        return new PSCredential(userName, ReadSecret());
    }

    private PSObject AskField(FieldDescription field)
    {
        var type = LanguagePrimitives.ConvertTo<Type>(field.ParameterAssemblyFullName is null ? typeof(string) : TypeOf(field));
        if (type == typeof(PSCredential)) { return PSObject.AsPSObject(AskCredential("", field.HelpMessage ?? "", null)); }
        if (type == typeof(SecureString))
        {
            ui.Write($"{field.Name}: ");
            return PSObject.AsPSObject(ReadSecret());
        }
        if (!type.IsArray && !typeof(IList).IsAssignableFrom(type))
        {
            ui.Write($"{field.Name}: ");
            return PSObject.AsPSObject(LanguagePrimitives.ConvertTo(ReadLine(), type));
        }
        var list = new ArrayList();
        while (true)
        {
            ui.Write($"{field.Name}[{list.Count}]: ");
            var line = ReadLine();
            if (line.Length == 0) { return PSObject.AsPSObject(LanguagePrimitives.ConvertTo(list, type)); }
            list.Add(line);
        }
    }

    private static Type TypeOf(FieldDescription field) =>
        Type.GetType($"{field.ParameterTypeFullName}, {field.ParameterAssemblyFullName}") ?? typeof(string);

    private static string ChoiceKey(ChoiceDescription choice)
    {
        var mark = choice.Label.IndexOf('&');
        return mark >= 0 && mark + 1 < choice.Label.Length ? char.ToUpperInvariant(choice.Label[mark + 1]).ToString() : choice.Label;
    }

    private void WriteHeading(string caption, string message)
    {
        if (!string.IsNullOrEmpty(caption)) { ui.WriteLine(); ui.WriteLine(caption); }
        if (!string.IsNullOrEmpty(message)) { ui.WriteLine(message); }
    }

    private void Demand()
    {
        if (Forbidden)
        {
            throw new PSInvalidOperationException("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");
        }
    }
}
