# What `cmake --install` puts where. Programs find their tables relative to themselves
# (share/tsunagu/data), so that any prefix works.
include(GNUInstallDirs)

# Not the folder of the machine's kind (lib/x86_64-linux-gnu): config/hub.yaml names it on every kind.
set(adapters_dir lib/tsunagu/adapters)
set(shared_dir ${CMAKE_INSTALL_DATADIR}/tsunagu)

install(TARGETS tsunagu tsunagu-hub tsunagu-signer tsunagu-verify tsunagu-adapter-host
  tsunagu-conformance tsunagu-coordinator
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS adapter_kaigo adapter_shogai adapter_kodomo adapter_konkyu adapter_chiiki adapter_table
  LIBRARY DESTINATION ${adapters_dir})

install(DIRECTORY config/data DESTINATION ${shared_dir})
install(FILES config/hub.yaml config/legal_bases.yaml config/purposes.yaml config/consent_forms.yaml config/holidays.yaml
  config/matching.yaml config/patterns.yaml
  DESTINATION ${shared_dir})
install(DIRECTORY config/municipalities DESTINATION ${shared_dir})
install(DIRECTORY examples/walkthrough/exports/ DESTINATION ${shared_dir}/walkthrough)
install(DIRECTORY config/systemd/ DESTINATION lib/systemd/system FILES_MATCHING PATTERN "*.service")

# For those who write an adapter: headers, archives behind them, schemas and the linker script.
install(DIRECTORY sdk/include/tsunagu DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "*.h" PATTERN "*.hpp")
install(TARGETS sdk_text sdk_json ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}/tsunagu)
install(DIRECTORY sdk/schema DESTINATION ${shared_dir})
install(FILES sdk/cmake/adapter.map DESTINATION ${shared_dir})
