// `npm run -s bench -- NAME [--json]`: the benchmarks have an entrance of their own.
import '@/bench/run';
