import { memoryStores } from '#test/builders/stores';
import { dynamoForThisFile } from '#test/builders/stores-dynamo';
import { obstaclesContract } from '#test/contract/obstacles.contract';

const dynamo = dynamoForThisFile();

obstaclesContract('memory', async () => memoryStores());
obstaclesContract('DynamoDB', dynamo.fresh);
