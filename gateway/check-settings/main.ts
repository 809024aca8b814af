import { parseGatewayConfig } from '../config.js';

// Reads the gateway's settings and ends: whoever starts a whole network wants to know of a bad one before anything has started.
try {
  parseGatewayConfig(process.env);
} catch (error) {
  process.stderr.write(`gateway: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
