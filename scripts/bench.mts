console.error('scripts/bench.mts is not written yet.');
process.exitCode = 1;
