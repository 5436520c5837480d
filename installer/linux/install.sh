#!/usr/bin/env bash
# Install the built folder for this user: installer/linux/install.sh [dist/crm-desktop]
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
built=${1:-$here/dist/crm-desktop}
home=${XDG_DATA_HOME:-$HOME/.local/share}
place=$HOME/.local/opt/crm-desktop

[ -x "$built/crm-desktop" ] || { echo "There is no built app in $built." >&2; exit 1; }
"$built/crm-desktop" --self-test >/dev/null || { echo "The built app fails its self-test." >&2; exit 1; }

mkdir -p "$HOME/.local/bin" "$(dirname "$place")" "$home/applications"
rm -rf "$place.new"
cp -r "$built" "$place.new"
rm -rf "$place"
mv "$place.new" "$place"
ln -sf "$place/crm-desktop" "$HOME/.local/bin/crm-desktop"
sed "s|^Exec=.*|Exec=\"$place/crm-desktop\"|" "$here/installer/linux/client-keeper.desktop" \
  >"$home/applications/client-keeper.desktop"
echo "Installed in $place; started by crm-desktop or from the menu."
