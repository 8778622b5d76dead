import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

/** Rules by syntax. A flat config replaces a rule's list, it does not add to it: each block spreads what it keeps. */
const EVERYWHERE = [
  {
    selector: ':not(TSModuleBlock) > TSInterfaceDeclaration',
    message: 'Write a type: an interface can be added to from afar, and two ways of saying one thing are one too many.',
  },
  { selector: 'TSEnumDeclaration', message: 'Write a list `as const`: an enum is code that Node cannot strip.' },
  {
    selector: 'TSNonNullExpression',
    message: 'Say what happens when it is missing: `!` only hides it from the compiler.',
  },
]

const NO_CLOCK = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time is an argument: a rule that reads the clock cannot be tested on the eve of an échéance.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Time is an argument: a rule that reads the clock cannot be tested on the eve of an échéance.',
  },
]

const NO_ENV = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Only #infra/env reads the environment: a variable read elsewhere is checked nowhere and listed nowhere.',
  },
]

/** The verbs of #infra/storage that open a file: nothing else bears these names. */
const NO_STORAGE_READING = ['readAll', 'readStream', 'readPath'].map((property) => ({
  property,
  message:
    'Ask #infra/fichier-recu: it alone opens what came from outside, and says why not (infected, waiting for the antivirus, gone).',
}))

/** Who opens the storage beside that one reader, and why each may. */
const STORAGE_READERS = [
  'app/infra/fichier-recu.server.ts', // the reader itself
  'app/infra/octets-gardes.server.ts', // pictures and words that we made from a file already opened
  'app/usecases/demande-en-ligne/examiner-fichier.server.ts', // a file that its owner has just sent, looked at once by a reader process before any row names it
  'app/lecteurs/tableau-depose.server.ts', // a table given for its rows (votes, payments, acknowledgements), which a reader process reads once and nobody opens after
  'app/usecases/antivirus/analyser-fichiers.server.ts', // what the antivirus reads is what nobody may open yet
  'app/usecases/lot/fichiers-du-lot.server.ts', // a delivery that an officer has just made, read once by its job before any row names it
  'app/usecases/lot/traiter-messages.server.ts', // the same; its bytes are hashed, not read
  'app/usecases/courriel-recu/lire-courriel-recu.server.ts', // a mail at its arrival: its attachments are known only once it is read
  'app/web/downloads.server.ts', // our own products: the workbooks of rapports
]

const NO_CACHE = [
  'Program > VariableDeclaration[kind="let"]',
  'Program > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Map|Set|WeakMap)$/][arguments.length=0]',
].map((selector) => ({
  selector,
  message: 'A room that answers keeps nothing: what is kept has its place, its bound and its end in #infra/memoires.',
}))

const DEFAULT_EXPORTS = [
  {
    selector: 'ExportDefaultDeclaration',
    message:
      'Export by name: a search for the name then finds every use. Remix alone wants defaults, in routes and root.',
  },
]

/** Words that mean two things here when they stand alone (docs/glossaire.md). What an API of others calls so keeps its name. */
const ALONE = '/^(file|status|statut|audit|issue|demande|notification|utils|helpers|misc|common)$/i'
const NAMED = [
  'VariableDeclarator > Identifier.id',
  ':function > Identifier.params',
  'FunctionDeclaration > Identifier.id',
  'TSTypeAliasDeclaration > Identifier.id',
  'TSPropertySignature > Identifier.key',
]
const NO_LONE_WORD = NAMED.map((place) => ({
  selector: `${place}[name=${ALONE}]`,
  message:
    'This word alone means two things here; say which: montantDemande, queue, pieceJointe, etat (docs/glossaire.md).',
}))

const onlyTs = ['**/*.ts', '**/*.tsx']

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'build',
      'data',
      'app/infra/prisma',
      'test-results',
      'playwright-report',
      'coverage',
      'tests/fixtures',
    ],
  },
  js.configs.recommended,
  {
    files: onlyTs,
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'max-params': ['error', 4],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ...EVERYWHERE, ...NO_LONE_WORD, ...NO_ENV, ...DEFAULT_EXPORTS],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off', // a port is a promise whether or not this one waits
      '@typescript-eslint/unbound-method': 'off', // we write functions; what a library gives unbound is meant so
      '@typescript-eslint/only-throw-error': 'off', // Remix throws answers
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
    },
  },
  {
    // Text comes from outside to nearly every room: an expression that goes back over it can hold a process for minutes.
    files: ['app/**', 'workers/**', 'scripts/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: true, ignorePartial: false }],
    },
  },
  {
    files: ['app/domain/**'],
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, ...NO_LONE_WORD, ...NO_ENV, ...DEFAULT_EXPORTS, ...NO_CLOCK],
    },
  },
  {
    files: ['app/usecases/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[...EVERYWHERE, ...NO_LONE_WORD, ...NO_ENV, ...DEFAULT_EXPORTS, ...NO_CLOCK, ...NO_CACHE],
      ],
    },
  },
  {
    files: ['app/queries/**'],
    rules: {
      'no-restricted-syntax': ['error', ...EVERYWHERE, ...NO_LONE_WORD, ...NO_ENV, ...DEFAULT_EXPORTS, ...NO_CACHE],
    },
  },
  {
    files: ['app/**', 'workers/**'],
    ignores: STORAGE_READERS,
    rules: { 'no-restricted-properties': ['error', ...NO_STORAGE_READING] },
  },
  {
    // What speaks in clear to this machine alone is called deprecated by its library so that it is seen; it stays.
    files: ['app/infra/proconnect/fournisseur.server.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['app/infra/env.server.ts'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...NO_LONE_WORD, ...DEFAULT_EXPORTS] },
  },
  {
    files: ['app/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.strict],
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['app/root.tsx', 'app/routes.ts', 'app/entry.*.tsx', 'app/routes/**'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...NO_LONE_WORD, ...NO_ENV] },
  },
  { files: ['app/routes/**'], rules: { 'max-lines': ['error', { max: 120 }] } },
  {
    files: ['workers/handlers/**'],
    rules: { 'no-restricted-syntax': ['error', ...EVERYWHERE, ...NO_LONE_WORD, ...NO_ENV] },
  },
  {
    files: ['scripts/**', 'bench/**', 'prisma/**', '*.config.ts', 'env.d.ts', 'tests/**'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', ...EVERYWHERE] },
  },
  {
    files: ['tests/e2e/**'],
    ignores: ['tests/e2e/essai.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@playwright/test', importNames: ['test'], message: 'The test of ./essai leaves no window open.' },
          ],
        },
      ],
    },
  },
  {
    // A test reads JSON and answers whose shape it is about to assert.
    files: ['tests/**'],
    rules: Object.fromEntries(
      ['assignment', 'return', 'member-access', 'argument', 'call'].map((use) => [
        `@typescript-eslint/no-unsafe-${use}`,
        'off',
      ]),
    ),
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        setInterval: 'readonly',
        setTimeout: 'readonly',
      },
    },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-unused-vars': ['error', { varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
)
