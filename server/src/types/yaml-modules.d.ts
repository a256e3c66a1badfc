/** `.yml` files are turned into data modules by scripts/yaml-plugin.mjs. */
declare module '*.yml' {
  const data: unknown;
  export default data;
}
