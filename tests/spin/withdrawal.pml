/* A consent is withdrawn while what rests on it is being sent: router, senders with retries and a
 * crash, and the officer who withdraws (hub/service/dispatch.cpp claims and asks the gate,
 * hub/delivery sends and tries again). An `atomic` is one transaction of the one writer.
 *
 * Shown for every interleaving:
 *   1. after a withdrawal nothing goes out but the tries that its answer named as in flight;
 *   2. whoever may hold a copy then gets the notice to stop using it;
 *   3. no order is left lying.
 *
 * Each of these defines breaks one thing that the code does, and must be caught (run.py):
 *   CHECK_AT_ENQUEUE     the gate is asked when the order is made, not when it is claimed
 *   CHECK_OUTSIDE_CLAIM  it is asked before the transaction of the claim
 *   RETRY_SAME_BODY      a retry sends what was rendered instead of claiming again
 *   LEASE_RUNS_OUT       a lease ends while its sender may still be sending
 *   STOP_BY_DELIVERY     the notice goes to whom delivery was recorded, not to whom the log names
 * SEEK_… marks what must be possible at all, so that the proof is of something. */

#define ORDERS 2
#define TRIES 2
#define NOBODY 255

mtype = { unmade, due, leased, delivered, withheld, given_up };

mtype state[ORDERS] = unmade;
byte tries[ORDERS];
bool logged[ORDERS];      /* the disclosure row of a claim: before a byte leaves */
bool in_flight[ORDERS];   /* named in the withdrawal's answer, for this try */
bool stop_sent[ORDERS];   /* a notice to stop using it stands in the outbox */
bool has_copy[ORDERS];    /* what the partner really holds */
bool withdrawn;

#ifdef SEEK
#define REACHED(what) assert(SEEK != what)
#else
#define REACHED(what) skip
#endif
#define DELIVERY 1
#define WITHHELD 2
#define FLIGHT 3
#define RECOVERY 4
#define LOST_ANSWER 5

proctype Router() {
  byte at;
  for (at : 0 .. ORDERS - 1) {
    atomic {
      if
      :: withdrawn -> state[at] = withheld
      :: else -> state[at] = due
      fi
    }
  }
}

inline lease(order) {
  state[order] = leased;
  logged[order] = true;
  mine = order
}

/* Lease, question, log and body in one transaction. */
inline claim(order) {
#ifdef CHECK_OUTSIDE_CLAIM
  allowed = !withdrawn;
  atomic {
    if
    :: state[order] == due && allowed -> lease(order)
    :: state[order] == due && !allowed -> state[order] = withheld
    :: else -> skip
    fi
  }
#else
  atomic {
    if
    :: state[order] != due -> skip
#ifndef CHECK_AT_ENQUEUE
    :: state[order] == due && withdrawn -> state[order] = withheld; REACHED(WITHHELD)
    :: state[order] == due && !withdrawn -> lease(order)
#else
    :: state[order] == due -> lease(order)
#endif
    fi
  }
#endif
}

inline try_again(order) {
  atomic {
    in_flight[order] = false;
    tries[order]++;
    if
    :: tries[order] == TRIES -> state[order] = given_up; mine = NOBODY
#ifndef RETRY_SAME_BODY
    :: else -> state[order] = due; mine = NOBODY
#else
    :: else -> skip
#endif
    fi
  }
}

/* The bytes leave: the one moment that counts. */
inline send(order) {
  d_step {
    assert(!withdrawn || in_flight[order]);
    if
    :: in_flight[order] -> REACHED(FLIGHT)
    :: else -> skip
    fi
  }
  if
  :: has_copy[order] = true;
     atomic {
       if
       :: state[order] == leased -> state[order] = delivered; REACHED(DELIVERY)
       :: else -> skip
       fi;
       mine = NOBODY
     }
  :: has_copy[order] = true; REACHED(LOST_ANSWER); try_again(order)
  :: try_again(order)
  fi
}

/* A crash takes the sender's memory, before or after its bytes left; the restart gives its lease
 * back. One sender crashes once, at any moment while it holds a lease. */
proctype Sender(bool may_crash) {
  byte mine = NOBODY;
  byte at = 0;
  bool allowed = false;
end:
  do
  :: mine == NOBODY && state[0] == due -> claim(0)
  :: mine == NOBODY && state[1] == due -> claim(1)
  :: mine != NOBODY -> at = mine; send(at)
  :: mine != NOBODY && may_crash ->
     at = mine;
     if
     :: skip
     :: assert(!withdrawn || in_flight[at]); has_copy[at] = true
     fi;
     atomic {
       may_crash = false;
       mine = NOBODY;
       in_flight[at] = false;
       state[at] = due;
       REACHED(RECOVERY)
     }
  od
}

/* Nothing but a restart takes a lease from a sender: each try ends long before its lease does. */
#ifdef LEASE_RUNS_OUT
proctype Time() {
end:
  do
  :: atomic { state[0] == leased && !withdrawn -> state[0] = due; break }
  od
}
#endif

/* One transaction: the event, what is in flight, and the notices to whom the log names. */
proctype Officer() {
  byte at;
  atomic {
    withdrawn = true;
    for (at : 0 .. ORDERS - 1) {
      if
      :: state[at] == leased -> in_flight[at] = true
      :: else -> skip
      fi;
#ifdef STOP_BY_DELIVERY
      stop_sent[at] = state[at] == delivered || state[at] == leased
#else
      stop_sent[at] = logged[at]
#endif
    }
  }
}

proctype AtTheEnd() {
  byte at;
  timeout;
  for (at : 0 .. ORDERS - 1) {
    assert(state[at] != due && state[at] != leased && state[at] != unmade);
    assert(!withdrawn || !has_copy[at] || stop_sent[at])
  }
}

init {
  atomic {
    run Router();
    run Sender(true);
    run Sender(false);
    run Officer();
#ifdef LEASE_RUNS_OUT
    run Time();
#endif
    run AtTheEnd()
  }
}
