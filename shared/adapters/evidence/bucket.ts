import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import type { KeepOnce } from '#shared/adapters/evidence/day-files';

/** Texts in a bucket under Object Lock, whose default retention locks each one from the moment it is put. */
export function makeBucket(client: S3Client, bucket: string): KeepOnce {
  return {
    read: async (name) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
        return await Body?.transformToString();
      } catch (fault) {
        if (fault instanceof NoSuchKey) return undefined;
        throw fault;
      }
    },

    putIfAbsent: async (name, text) => {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: name,
            Body: text,
            ContentType: 'application/json',
            IfNoneMatch: '*',
          }),
        );
      } catch (fault) {
        if (!(fault instanceof S3ServiceException && fault.name === 'PreconditionFailed')) throw fault;
      }
    },

    lastUnder: async (prefix) => {
      let last: string | undefined;
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix }))
        last = Contents.at(-1)?.Key ?? last;
      return last;
    },
  };
}
