function New-M2KTrayIcon {
    # The icon of a state, drawn: a disc, and on it for whom colours say nothing a sign.
    [CmdletBinding()]
    [OutputType('System.Drawing.Icon')]
    param([Parameter(Mandatory)] [ValidateSet('coloured', 'grey', 'error', 'syncing')] [string] $Kind)

    $look = @{
        coloured = @{ Colour = [System.Drawing.Color]::SeaGreen; Sign = '=' }
        grey = @{ Colour = [System.Drawing.Color]::Gray; Sign = '-' }
        error = @{ Colour = [System.Drawing.Color]::Firebrick; Sign = '!' }
        syncing = @{ Colour = [System.Drawing.Color]::SteelBlue; Sign = '~' }
    }[$Kind]
    $bitmap = New-Object -TypeName System.Drawing.Bitmap -ArgumentList 32, 32
    $graphics = [System.Drawing.Graphics]::FromImage($bitmap)
    $brush = New-Object -TypeName System.Drawing.SolidBrush -ArgumentList $look.Colour
    $font = New-Object -TypeName System.Drawing.Font -ArgumentList 'Segoe UI', 16
    try {
        $graphics.FillEllipse($brush, 1, 1, 30, 30)
        $graphics.DrawString($look.Sign, $font, [System.Drawing.Brushes]::White, 5, 1)
        return [System.Drawing.Icon]::FromHandle($bitmap.GetHicon())
    } finally {
        $font.Dispose()
        $brush.Dispose()
        $graphics.Dispose()
    }
}
