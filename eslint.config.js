import tseslint from 'typescript-eslint';

const ban = (selector, message) => ({ selector, message });

const CLOCK = [
  ban(
    "NewExpression[callee.name='Date'][arguments.length=0]",
    'Ask the Clock port; only shared/adapters/system/clock.ts reads the wall clock.',
  ),
  ban(
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    'Ask the Clock port; only shared/adapters/system/clock.ts reads the wall clock.',
  ),
];
const CHANCE = ban("CallExpression[callee.object.name='Math'][callee.property.name='random']", 'Ask the Ids port.');
const ENVIRONMENT = ban(
  "MemberExpression[object.name='process'][property.name='env']",
  'Only a door reads process.env, through its config schema.',
);
const ZOD = [
  ban(
    "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    "Write import * as z from 'zod' or 'zod/mini': the z object drags every locale into every bundle.",
  ),
  ban(
    "ImportDeclaration[source.value='zod/mini'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    "Write import * as z from 'zod/mini'.",
  ),
  ban('ImportDeclaration[source.value=/^zod\\/(?!mini$)/]', "zod comes as 'zod' or 'zod/mini' only."),
];
const NO_DEFAULT = ban('ExportDefaultDeclaration', 'Named exports only: one name everywhere.');
const NO_EXTENDS = ban(
  'ClassDeclaration[superClass]:not([superClass.name=/^(Error|Construct|Stack|Stage|PDFParser)$/])',
  'Compose; do not inherit.',
);
const NO_MOCK = ban(
  "CallExpression[callee.object.name='vi'][callee.property.name=/^(mock|doMock|spyOn)$/]",
  'Hand in a memory adapter; do not patch modules.',
);
const CONSOLE = ban(
  "MemberExpression[object.name='console']",
  'The hub has no logger inside; a door logs through functions/_shell/log.ts.',
);

/** Files of tests share their worker's modules: what one left changed, the next would find. */
const LEFT_BEHIND = [
  ban("ImportDeclaration[source.value='vitest'] > ImportSpecifier[imported.name='vi']", 'Hand in what a test needs.'),
  ban(
    'ImportSpecifier[imported.name=/^(replaceClock|startEpoch|chooseSettings)$/]',
    'Other files share this module: hand the clock, the ids or the settings in.',
  ),
  ban(
    "AssignmentExpression > MemberExpression.left[object.object.name='process'][object.property.name='env']",
    'Other files share process.env: hand a record in.',
  ),
  ban("CallExpression[callee.property.name='configureGlobal']", 'Other files share it: configure the one property.'),
];

const EVERYWHERE = [...ZOD, NO_DEFAULT, NO_EXTENDS, NO_MOCK];
const INSIDE = [...EVERYWHERE, ...CLOCK, CHANCE, ENVIRONMENT, CONSOLE];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'cdk.out',
      'coverage',
      '.local',
      '**/*.d.ts',
      '**/*.cjs',
      '**/*.mjs',
      'eslint.config.js',
      'vitest.config.ts',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-invalid-void-type': [
        'error',
        { allowAsThisParameter: true, allowInGenericTypeArguments: true },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      complexity: ['error', 10],
      'no-restricted-syntax': ['error', ...INSIDE],
    },
  },
  { files: ['shared/adapters/system/*.ts'], rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, CONSOLE] } },
  {
    files: ['functions/{api,worker,schedule}/*.ts', 'infra/app.ts'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...CLOCK, CHANCE, CONSOLE] },
  },
  { files: ['functions/_shell/log.ts'], rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...CLOCK, CHANCE] } },
  {
    files: ['local/**/*.ts', 'bench/**/*.ts', 'docs/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, ...LEFT_BEHIND],
      'max-lines-per-function': 'off',
      'max-params': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
