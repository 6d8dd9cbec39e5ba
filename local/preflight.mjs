// Says clearly what is wrong when the hub is started with a Node that can't run it.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Viestiväylä needs Node 22.18 or newer and this is ${process.versions.node}.\n` +
      'On Linux and Windows `npm ci` brings Node 24 for the npm scripts; on other systems install Node 24 first.',
  );
  process.exit(1);
}
