import { exitWith, runNetwork } from './run-network.js';

// `npm start`: boots a whole network.
runNetwork(process.argv.slice(2), process.env).catch(exitWith);
