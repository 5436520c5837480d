; Inno Setup 6. Never run yet: written by its manual, on a machine without Windows.
; First: pyinstaller --noconfirm build_installer.spec; then: iscc installer\windows\client-keeper.iss
; Installs for the current user, so that no administrator is asked for. The book itself lies in
; %LOCALAPPDATA%\crm-desktop and is neither made nor removed here.

#define AppVersion "0.1.0"

[Setup]
AppId={{8E0C1F0B-6B0B-4A57-9E63-2C9E7B2A5D11}
AppName=贵客簿
AppVersion={#AppVersion}
AppVerName=贵客簿 {#AppVersion}
AppPublisher=Client Keeper
DefaultDirName={localappdata}\Programs\Client Keeper
DefaultGroupName=贵客簿
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=client-keeper-{#AppVersion}-setup
Compression=lzma2
SolidCompression=yes
CloseApplications=yes
UninstallDisplayIcon={app}\crm-desktop.exe

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"

[Files]
Source: "..\..\dist\crm-desktop\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\贵客簿"; Filename: "{app}\crm-desktop.exe"
Name: "{userdesktop}\贵客簿"; Filename: "{app}\crm-desktop.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\crm-desktop.exe"; Description: "{cm:LaunchProgram,贵客簿}"; Flags: nowait postinstall skipifsilent
