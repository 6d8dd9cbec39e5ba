/**
 * The rule of the house: imports point inward.
 * kernel <- domain <- ports <- flow <- functions; adapters implement ports; contracts see domain only; web draws pages
 * of domain and contracts for functions; infra sees contracts only; local, bench and test see everything; a room never
 * looks into a neighbouring room.
 */
const rule = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to });
const OUTER = '^(web|functions|infra|local|bench|docs|test)/';

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', comment: 'A circle has no inside.', from: {}, to: { circular: true } },
    {
      name: 'no-orphan-import',
      severity: 'error',
      comment: 'Every import resolves.',
      from: {},
      to: { couldNotResolve: true },
    },
    rule('kernel-knows-nothing', '^shared/kernel/', { path: ['^shared/(?!kernel/)', OUTER] }, 'Kernel is the floor.'),
    rule(
      'domain-is-pure',
      '^shared/domain/',
      { path: ['^shared/(ports|flow|adapters|contracts)/', OUTER] },
      'Rules of law import only kernel and their own room.',
    ),
    rule(
      'rooms-meet-in-flow',
      '^shared/domain/([^/]+)/',
      { path: '^shared/domain/(?!(message|programme)/)[^/]+/', pathNot: '^shared/domain/$1/' },
      'A room may look into message/ and programme/, the nouns every room knows, never into a neighbour.',
    ),
    rule(
      'ports-see-domain-only',
      '^shared/ports/',
      { path: ['^shared/(flow|adapters|contracts)/', OUTER] },
      'A port is an interface over nouns.',
    ),
    rule(
      'flow-is-handed-its-ports',
      '^shared/flow/',
      { path: ['^shared/(adapters|contracts)/', OUTER] },
      'A step is handed its ports.',
    ),
    rule(
      'no-libraries-inside',
      '^shared/(kernel|domain|ports|flow)/',
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'], pathNot: 'node_modules/zod/' },
      'zod is the only library inside the hub.',
    ),
    rule(
      'adapters-never-see-flow',
      '^shared/adapters/',
      { path: ['^shared/(flow|contracts)/', OUTER] },
      'An adapter implements a port and knows no step.',
    ),
    rule(
      'contracts-see-domain-only',
      '^shared/contracts/',
      { path: ['^shared/(ports|flow|adapters)/', OUTER] },
      'A contract composes nouns.',
    ),
    rule(
      'web-draws-what-it-is-given',
      '^web/',
      { path: ['^shared/(ports|flow|adapters)/', '^(functions|infra|local|bench|docs|test)/'] },
      'A page is text made of nouns: it reads nothing and changes nothing.',
    ),
    rule(
      'no-libraries-in-pages',
      '^web/',
      { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'] },
      'A page is written by hand.',
    ),
    rule(
      'doors-do-not-call-doors',
      '^functions/(api|worker|schedule)/',
      { path: '^functions/(api|worker|schedule)/' },
      'A door opens on flow, not on another door.',
    ),
    rule(
      'infra-sees-contracts-only',
      '^infra/',
      { path: ['^(web|functions|local|bench|docs|test)/', '^shared/(?!contracts/)'] },
      'Infra names doors as strings and shares only tables and config schemas.',
    ),
    rule(
      'nothing-imports-the-outside',
      '^(shared|web|functions|infra)/',
      { path: '^(test|local|bench|docs)/' },
      'The hub runs without its tests and its runner.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cdk\\.out|\\.local|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
};
