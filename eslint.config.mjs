// typescript-eslint's strictest rules with types, and the house's own: no default export, no enum, no class but at an edge, errors thrown as errors.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '**/bin/**', '**/obj/**', '.lab/**'] },
  { files: ['**/*.ts'], extends: [...tseslint.configs.strictTypeChecked], languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'max-params': ['error', 3],
      'no-restricted-syntax': ['error',
        { selector: 'TSEnumDeclaration', message: 'a union of words instead' }, { selector: 'ExportDefaultDeclaration', message: 'named exports only' }, { selector: 'TSModuleDeclaration', message: 'modules instead' }],
      'eqeqeq': 'error', 'prefer-const': 'error',
    } },
  { files: ['test/**/*.ts'], rules: { 'max-params': 'off', '@typescript-eslint/require-await': 'off', '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/no-base-to-string': 'off', '@typescript-eslint/no-dynamic-delete': 'off' } },
);
