import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { mandatesContract } from '#test/contract/mandates.contract';

const dynamo = dynamoForThisFile();

mandatesContract('memory', async () => memoryStores());
mandatesContract('DynamoDB', dynamo.fresh);
