type Locked = {
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
type Packages = Readonly<Record<string, Locked>>;

/**
 * What `npm ci --dry-run` would call "Missing", without the registry: every dependency of every
 * package, those for other systems too, has its entry and its checksum. An incomplete lockfile
 * installs here and fails on another machine. `text` is that of package-lock.json.
 */
export function faultsOfLockfile(text: string): string[] {
  const { packages } = JSON.parse(text) as { packages: Packages };
  return Object.entries(packages).flatMap(([place, locked]) => {
    const wanted = {
      ...locked.dependencies,
      ...locked.optionalDependencies,
      ...locked.devDependencies,
    };
    const missing = Object.keys(wanted)
      .filter((name) => !isReachable(packages, place, name))
      .map((name) => `Missing: ${name} (wanted by ${place || 'package.json'})`);
    const unchecked = place !== '' && locked.integrity === undefined;
    return unchecked ? [...missing, `No checksum: ${place}`] : missing;
  });
}

/** Node's own way: the folder's node_modules, then those of the folders above. */
function isReachable(packages: Packages, place: string, name: string): boolean {
  let at = place;
  for (;;) {
    if (packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`]) return true;
    if (at === '') return false;
    at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules') - 1));
  }
}
