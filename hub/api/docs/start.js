// Shows the description that the hub serves. Who signs in on this page tries the operations as
// himself: the token that a change wants is kept as long as the page is open.
let changeToken = "";

SwaggerUIBundle({
  url: "/api/v1/openapi.json",
  dom_id: "#page",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: -1,
  validatorUrl: null,
  requestInterceptor: (request) => {
    if (changeToken && request.method !== "GET") request.headers["X-Change-Token"] = changeToken;
    return request;
  },
  responseInterceptor: (response) => {
    if (response.obj && response.obj.changeToken) changeToken = response.obj.changeToken;
    return response;
  },
});
