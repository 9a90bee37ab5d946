/** Calls the AWS endpoint of the environment as a client would; the local runner knows the caller by its key. */
export async function aws(target, input) {
  const { AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, AWS_REGION } = process.env;
  const response = await fetch(AWS_ENDPOINT_URL, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": target,
      authorization: `AWS4-HMAC-SHA256 Credential=${AWS_ACCESS_KEY_ID}/20260101/${AWS_REGION}/any/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: await response.json() };
}

export const dynamodb = (operation, input) => aws(`DynamoDB_20120810.${operation}`, { TableName: process.env.TABLE_NAME, ...input });
export const states = (operation, input) => aws(`AWSStepFunctions.${operation}`, input);
