/**
 * A version and a hash of the code, with a space between, as people read it: two builds of one version
 * may compute different things.
 */
export function buildName(program: string): string {
  const [version = '', build] = program.split(' ');
  return build === undefined ? version : `${version} (build ${build.slice(0, 12)})`;
}
