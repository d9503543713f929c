#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <span>

#include "sdk/host/guards.hpp"
#include "sdk/wire/messages.hpp"

namespace tsunagu::host {
namespace {

// Most refused calls answer EPERM: a library that only tries (a terminal, a thread pool) goes on,
// and an adapter that means it gets its own error.
constexpr std::uint32_t refuse = SCMP_ACT_ERRNO(EPERM);
// What no library only tries ends the process by SIGSYS: the operator sees it, and it counts.
constexpr std::uint32_t end_it = SCMP_ACT_KILL_PROCESS;

// What a single-threaded program needs that computes, allocates, loads its libraries and speaks
// over the one socket it has. Everything else is refused or ends the process. A pipe to itself is
// how a sanitizer asks whether memory is there.
constexpr int allowed_calls[] = {
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(pread64),
    SCMP_SYS(recvfrom),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendto),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(close),
    SCMP_SYS(lseek),
    SCMP_SYS(open),
    SCMP_SYS(openat),
    SCMP_SYS(stat),
    SCMP_SYS(fstat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getcwd),
    SCMP_SYS(getdents64),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(getrandom),
    SCMP_SYS(getrusage),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
    SCMP_SYS(membarrier),
    SCMP_SYS(rseq),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(pipe),
    SCMP_SYS(pipe2),
    SCMP_SYS(seccomp),
    SCMP_SYS(prctl),
};

// Another process, another program, the kernel's own doors: nobody calls these by chance.
constexpr int hostile_calls[] = {
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(execveat),
    SCMP_SYS(tkill),
    SCMP_SYS(rt_sigqueueinfo),
    SCMP_SYS(rt_tgsigqueueinfo),
    SCMP_SYS(pidfd_open),
    SCMP_SYS(pidfd_getfd),
    SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(process_madvise),
    SCMP_SYS(kcmp),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(keyctl),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(open_by_handle_at),
    SCMP_SYS(mount),
    SCMP_SYS(unshare),
    SCMP_SYS(setns),
    SCMP_SYS(chroot),
    SCMP_SYS(pivot_root),
};

// Of a descriptor. Not who gets its signals: by F_SETOWN any process of the user can be killed.
constexpr int descriptor_commands[] = {F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC};
constexpr int signalling_commands[] = {F_SETOWN, F_SETOWN_EX, F_SETSIG};

// Of a program's loader.
constexpr int becoming_calls[] = {SCMP_SYS(arch_prctl), SCMP_SYS(set_tid_address)};

// Taken away once the adapter runs: it can't even ask which files there are.
constexpr int opening_calls[] = {
    SCMP_SYS(open),       SCMP_SYS(openat), SCMP_SYS(readlink),  SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64), SCMP_SYS(stat),   SCMP_SYS(lstat),     SCMP_SYS(newfstatat),
    SCMP_SYS(statx),      SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(seccomp),
    SCMP_SYS(prctl),
};

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

Filter make_filter(std::uint32_t otherwise) {
  return {seccomp_init(otherwise), &seccomp_release};
}

bool allow(void* filter, std::span<const int> calls) {
  for (const int call : calls) {
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) return false;
  }
  return true;
}

/// One call, when its argument is as said.
bool add(void* filter, std::uint32_t action, int call, const scmp_arg_cmp& argument) {
  return seccomp_rule_add_array(filter, action, call, 1, &argument) == 0;
}

/// A descriptor may be copied and asked, and tells nobody by a signal.
bool allow_descriptor_commands(void* filter) {
  constexpr scmp_arg_cmp setting{1, SCMP_CMP_EQ, F_SETFL, 0};
  bool done = true;
  for (const int command : descriptor_commands) {
    const scmp_arg_cmp asked{1, SCMP_CMP_EQ, static_cast<scmp_datum_t>(command), 0};
    done = add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), asked) && done;
  }
  for (const int command : signalling_commands) {
    const scmp_arg_cmp asked{1, SCMP_CMP_EQ, static_cast<scmp_datum_t>(command), 0};
    done = add(filter, end_it, SCMP_SYS(fcntl), asked) && done;
  }
  constexpr scmp_arg_cmp quiet[] = {setting, {2, SCMP_CMP_MASKED_EQ, O_ASYNC, 0}};
  constexpr scmp_arg_cmp signalling[] = {setting, {2, SCMP_CMP_MASKED_EQ, O_ASYNC, O_ASYNC}};
  return done && seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 2, quiet) == 0 &&
         seccomp_rule_add_array(filter, end_it, SCMP_SYS(fcntl), 2, signalling) == 0;
}

/// Signals only to itself (abort), limits only to be read.
bool allow_own_signals(void* filter) {
  const auto self = static_cast<scmp_datum_t>(::getpid());
  return add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {0, SCMP_CMP_EQ, self, 0}) &&
         add(filter, end_it, SCMP_SYS(tgkill), {0, SCMP_CMP_NE, self, 0}) &&
         add(filter, SCMP_ACT_ALLOW, SCMP_SYS(kill), {0, SCMP_CMP_EQ, self, 0}) &&
         add(filter, end_it, SCMP_SYS(kill), {0, SCMP_CMP_NE, self, 0}) &&
         add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), {2, SCMP_CMP_EQ, 0, 0});
}

/// A child, or a socket to the outside. A thread only fails (glibc asks by clone3 first, and asks
/// again by clone when there is none); so does a socket of this machine, by which the C library
/// looks for a name service.
bool end_outward_calls(void* filter) {
  constexpr scmp_arg_cmp child{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0};
  constexpr scmp_arg_cmp outward{0, SCMP_CMP_NE, AF_UNIX, 0};
  bool done = add(filter, end_it, SCMP_SYS(clone), child) &&
              add(filter, end_it, SCMP_SYS(socket), outward) &&
              seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
  for (const int call : hostile_calls) {
    done = seccomp_rule_add(filter, end_it, call, 0) == 0 && done;
  }
  return done;
}

/// What every adapter may do, and what ends it.
bool add_common(void* filter) {
  return filter != nullptr && allow(filter, allowed_calls) && allow_own_signals(filter) &&
         allow_descriptor_commands(filter) && end_outward_calls(filter);
}

/// What the loader of a program needs, and interpreters that close their descriptors on exec so.
bool allow_becoming(void* filter, const char* path) {
  const scmp_arg_cmp there{0, SCMP_CMP_EQ, reinterpret_cast<scmp_datum_t>(path), 0};
  const scmp_arg_cmp elsewhere{0, SCMP_CMP_NE, there.datum_a, 0};
  return allow(filter, becoming_calls) && add(filter, SCMP_ACT_ALLOW, SCMP_SYS(execve), there) &&
         add(filter, end_it, SCMP_SYS(execve), elsewhere) &&
         add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), {1, SCMP_CMP_EQ, FIOCLEX, 0});
}

/// No memory becomes executable.
bool refuse_new_code(void* filter) {
  constexpr scmp_arg_cmp executable{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC};
  return add(filter, refuse, SCMP_SYS(mmap), executable) &&
         add(filter, refuse, SCMP_SYS(mprotect), executable);
}

}  // namespace

std::uint32_t wall_off_calls() {
  const Filter filter = make_filter(refuse);
  const bool whole =
      add_common(filter.get()) && seccomp_rule_add(filter.get(), end_it, SCMP_SYS(execve), 0) == 0;
  return whole && seccomp_load(filter.get()) == 0 ? wire::guard_calls : 0U;
}

std::uint32_t wall_off_calls_but_becoming(const char* path) {
  const Filter filter = make_filter(refuse);
  const bool whole = add_common(filter.get()) && allow_becoming(filter.get(), path);
  return whole && seccomp_load(filter.get()) == 0 ? wire::guard_calls : 0U;
}

std::uint32_t wall_off_opening() {
  const Filter filter = make_filter(SCMP_ACT_ALLOW);
  if (!filter) return 0;
  for (const int call : opening_calls) {
    if (seccomp_rule_add(filter.get(), refuse, call, 0) != 0) return 0;
  }
  if (!refuse_new_code(filter.get())) return 0;
  return seccomp_load(filter.get()) == 0 ? wire::guard_files : 0U;
}

}  // namespace tsunagu::host
