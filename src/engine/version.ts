// The release this is. A test compares it with package.json and the module's manifest.
export const VERSION = '0.1.0';
