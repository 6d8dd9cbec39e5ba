import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { keyRotationsContract } from '#test/contract/key-rotations.contract';

const dynamo = dynamoForThisFile();

keyRotationsContract('memory', async () => memoryStores());
keyRotationsContract('DynamoDB', dynamo.fresh);
