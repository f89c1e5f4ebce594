// For suites that are named on the command line: nothing is left out, long tests have time.
export default { timeout: '30m', workerThreads: false };
