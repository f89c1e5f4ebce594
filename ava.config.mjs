// Tests run compiled, from dist/ (five times faster than through a loader), each file in a process of its own.
export default {
  files: ['dist/test/**/*.test.js', '!dist/test/servers/**', '!dist/test/desk/**', '!dist/test/long/**', '!dist/test/msi/**'],
  timeout: '5m',
  workerThreads: false,
};
