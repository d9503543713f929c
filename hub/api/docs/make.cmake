# Puts the page and what it is shown with into TO; no package's own script is run.
file(MAKE_DIRECTORY ${WORK} ${TO})
file(COPY ${FROM}/package.json ${FROM}/package-lock.json DESTINATION ${WORK})
execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund
  WORKING_DIRECTORY ${WORK} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
if(failed)
  message(WARNING "npm could not bring swagger-ui-dist: the hub has no page at /api/v1/docs")
else()
  set(swagger ${WORK}/node_modules/swagger-ui-dist)
  file(COPY ${FROM}/index.html ${FROM}/start.js ${swagger}/swagger-ui.css
    ${swagger}/swagger-ui-bundle.js ${swagger}/LICENSE DESTINATION ${TO})
endif()
file(TOUCH ${TO}/made)
