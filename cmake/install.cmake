# What `cmake --install` puts where. Programs find their tables relative to themselves
# (share/tsunagu/data), so that any prefix works.
include(GNUInstallDirs)

# What is no part of the SDK.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME hub)

# Not the folder of the machine's kind (lib/x86_64-linux-gnu): config/hub.yaml names it on every kind.
set(adapters_dir lib/tsunagu/adapters)
set(shared_dir ${CMAKE_INSTALL_DATADIR}/tsunagu)

install(TARGETS tsunagu tsunagu-hub tsunagu-signer tsunagu-verify tsunagu-adapter-host tsunagu-adapter-keeper
  tsunagu-conformance tsunagu-coordinator
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS adapter_kaigo adapter_shogai adapter_kodomo adapter_konkyu adapter_chiiki adapter_table
  LIBRARY DESTINATION ${adapters_dir})

install(DIRECTORY config/data DESTINATION ${shared_dir})
install(FILES config/hub.yaml config/legal_bases.yaml config/purposes.yaml config/consent_forms.yaml config/holidays.yaml
  config/matching.yaml config/patterns.yaml
  DESTINATION ${shared_dir})
install(DIRECTORY ${CMAKE_BINARY_DIR}/share/tsunagu/api-docs DESTINATION ${shared_dir} OPTIONAL)
install(DIRECTORY config/sheets DESTINATION ${shared_dir})
install(DIRECTORY config/municipalities DESTINATION ${shared_dir})
install(DIRECTORY examples/walkthrough/exports/ DESTINATION ${shared_dir}/walkthrough)
install(DIRECTORY examples/walkthrough/scenes/ DESTINATION ${shared_dir}/scenes)
install(DIRECTORY config/systemd/ DESTINATION lib/systemd/system FILES_MATCHING PATTERN "*.service" PATTERN "*.socket")
install(FILES config/sysusers/tsunagu.conf DESTINATION lib/sysusers.d)

# For those who write an adapter, as a component of its own: headers, the archives behind them, schemas,
# the linker script, the projects that `tsunagu adapter new` copies, and how CMake and pkg-config find it.
set(sdk_archives ${CMAKE_INSTALL_LIBDIR}/tsunagu)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Tsunagu)
set(pc_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(DIRECTORY sdk/include/tsunagu DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev
  FILES_MATCHING PATTERN "*.h" PATTERN "*.hpp")
install(TARGETS sdk_text sdk_json ARCHIVE DESTINATION ${sdk_archives} COMPONENT dev)
install(DIRECTORY sdk/schema sdk/scaffold DESTINATION ${shared_dir} COMPONENT dev USE_SOURCE_PERMISSIONS)
install(FILES sdk/cmake/adapter.map DESTINATION ${shared_dir} COMPONENT dev)
install(FILES sdk/wire/README.md DESTINATION ${shared_dir}/wire COMPONENT dev)
install(FILES sdk/conformance/README.md DESTINATION ${shared_dir}/conformance COMPONENT dev)
install(DIRECTORY ${reference_dir}/en ${reference_dir}/ja DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libtsunagu-dev/reference
  COMPONENT dev)
install(PROGRAMS examples/python_adapter/renraku.py DESTINATION ${shared_dir}/examples/python_adapter COMPONENT dev)

include(CMakePackageConfigHelpers)
configure_package_config_file(sdk/cmake/TsunaguConfig.cmake.in ${CMAKE_BINARY_DIR}/TsunaguConfig.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS sdk_archives shared_dir CMAKE_INSTALL_INCLUDEDIR)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/TsunaguConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/TsunaguConfig.cmake ${CMAKE_BINARY_DIR}/TsunaguConfigVersion.cmake
  DESTINATION ${package_dir} COMPONENT dev)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}/${pc_dir}
  OUTPUT_VARIABLE pc_to_prefix)
configure_file(sdk/cmake/tsunagu.pc.in ${CMAKE_BINARY_DIR}/tsunagu.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/tsunagu.pc DESTINATION ${pc_dir} COMPONENT dev)

# `cpack` makes tsunagu_*.deb and libtsunagu-dev_*.deb of it.
set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL hub dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_CONTACT "Tsunagu <tsunagu@example.invalid>")
set(CPACK_DEBIAN_HUB_PACKAGE_NAME tsunagu)
set(CPACK_DEBIAN_HUB_PACKAGE_SECTION net)
set(CPACK_DEBIAN_HUB_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_HUB_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers")
set(CPACK_DEBIAN_HUB_PACKAGE_RECOMMENDS "systemd, ca-certificates")
set(CPACK_DEBIAN_HUB_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/config/debian/postinst)
set(CPACK_DEBIAN_HUB_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_HUB_DESCRIPTION "Hub between a municipality's welfare systems: cases, referrals, consent")
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libtsunagu-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libicu-dev, libsimdjson-dev")
set(CPACK_DEBIAN_DEV_PACKAGE_RECOMMENDS tsunagu)
set(CPACK_DEBIAN_DEV_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_DEV_DESCRIPTION "SDK for adapters of the municipal welfare hub Tsunagu")
include(CPack)
