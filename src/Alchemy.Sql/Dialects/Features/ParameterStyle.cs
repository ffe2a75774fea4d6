namespace Alchemy;

/// <summary>How a parameter is marked.</summary>
public enum ParameterStyle
{
    /// <summary><c>:name</c></summary>
    Colon,

    /// <summary><c>:name</c>; a name that begins with no letter gets one.</summary>
    ColonLetter,

    /// <summary><c>@name</c></summary>
    At,

    /// <summary><c>?</c>, by position.</summary>
    QuestionMark,

    /// <summary><c>$1</c>, by number.</summary>
    Numbered,

    /// <summary><c>:1</c>, by number.</summary>
    NumberedColon,

    /// <summary><c>%s</c>, by position; a percent sign in the text is doubled.</summary>
    Format,

    /// <summary><c>%(name)s</c>; a percent sign in the text is doubled.</summary>
    NamedFormat,
}

/// <summary>Whether a parameter's type stands beside its mark.</summary>
public enum ParameterCast
{
    /// <summary>It does not: the driver sends the type.</summary>
    None,

    /// <summary><c>$1::INTEGER</c></summary>
    Suffix,
}
