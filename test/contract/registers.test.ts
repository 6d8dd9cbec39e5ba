import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { registersContract } from '#test/contract/registers.contract';

const dynamo = dynamoForThisFile();

registersContract('memory', async () => memoryStores());
registersContract('DynamoDB', dynamo.fresh);
