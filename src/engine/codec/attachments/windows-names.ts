// Names of files as Windows takes them, and the types that Outlook hides from everybody who opens the item.

/** Learn.microsoft.com, "Naming Files, Paths, and Namespaces": devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i;

/** The host attaches a file by its path, which Windows PowerShell 5.1 keeps to 259 characters. */
const MOST_CHARACTERS = 100;

/** The name that a file has in Outlook; its extension stays, for that is what opens it. */
export function windowsName(name: string): string {
  const safe = name.replace(/[\u0000-\u001F<>:"/\\|?*]/g, '_').replace(/[. ]+$/, '').trim() || 'attachment';
  const usable = DEVICE.test(safe) ? `_${safe}` : safe;
  if (usable.length <= MOST_CHARACTERS) return usable;
  const extension = /\.[^.]{1,16}$/.exec(usable)?.[0] ?? '';
  return `${usable.slice(0, MOST_CHARACTERS - extension.length).replace(/[\uD800-\uDBFF]$/, '').replace(/[. ]+$/, '')}${extension}`;
}

/**
 * Support.microsoft.com, "Blocked attachments in Outlook": Outlook neither shows nor lists them, so that a file of such a type would look deleted
 * as soon as it is there. It stays on the server.
 */
const BLOCKED = new Set(
  ('ade adp app application appref-ms asp aspx asx bas bat bgi cab cer chm cmd cnt com cpl crt csh der diagcab exe fxp gadget grp hlp hpj hta htc inf ins iso isp its jar jnlp js jse '
  + 'ksh lnk mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msh1xml msh2xml msi msp mst msu ops osd pcd pif pl plg prf prg printerexport '
  + 'ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 pst py pyc pyo pyw pyz pyzw reg scf scr sct shb shs theme tmp udl url vb vbe vbp vbs vhd vhdx vsmacros vsw webpnp website ws wsc wsf wsh xbap xll xnk').split(' '),
);

export const isBlocked = (name: string): boolean => BLOCKED.has(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '');
