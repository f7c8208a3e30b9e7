// SPDX-FileCopyrightText: Civic Kiosk contributors
//
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a script of a form finds here. The value of this file is a function from a call (JSON) to its outcome (JSON).
// It is made anew for each call, so that nothing of one script is there for the next.
(function () {
  "use strict";
  const write = JSON.stringify;
  const read = JSON.parse;
  const SyntaxProblem = SyntaxError;
  const ReferenceProblem = ReferenceError;
  const Ended = InternalError;
  const Overflow = RangeError;
  const says = String;
  const Program = Function;
  const from = Object;
  let refused = "";

  function refuse(name) {
    refused = refused || name;
    throw new TypeError(name);
  }

  function refusing(holder, name) {
    from.defineProperty(holder, name, { value: () => refuse(name), writable: false, configurable: false });
  }

  // The same answers give the same result: no chance, no clock, no language of the machine.
  function steady(moment) {
    refusing(Math, "random");
    for (const holder of [Number.prototype, Array.prototype, Object.prototype, Date.prototype, BigInt.prototype]) {
      refusing(holder, "toLocaleString");
    }
    refusing(Date.prototype, "toLocaleDateString");
    refusing(Date.prototype, "toLocaleTimeString");
    refusing(String.prototype, "localeCompare");
    const Real = Date;
    const fixed = new Proxy(Real, {
      construct: (target, given, made) => Reflect.construct(target, given.length ? given : [moment], made),
      apply: () => new Real(moment).toString(),
      get: (target, name, receiver) => (name === "now" ? () => moment : Reflect.get(target, name, receiver)),
    });
    from.defineProperty(Real.prototype, "constructor", { value: fixed });
    globalThis.Date = fixed;
    for (const name of ["performance", "Atomics", "SharedArrayBuffer", "WeakRef", "FinalizationRegistry",
      "Promise", "queueMicrotask"]) {
      delete globalThis[name];
    }
  }

  // The part of lodash that scripts of published forms use.
  const parts = {
    get(holder, path, otherwise) {
      const steps = Array.isArray(path) ? path : says(path).split(/[.[\]]+/).filter((step) => step !== "");
      let at = holder;
      for (const step of steps) {
        if (at === null || at === undefined) {
          return otherwise;
        }
        at = at[step];
      }
      return at === undefined ? otherwise : at;
    },
    some(list, test) {
      const fits = typeof test === "function" ? test : typeof test === "string" ? (one) => one[test] : null;
      if (fits === null) {
        refuse("_.some by what is no function and no name");
      }
      return list === null || list === undefined ? false : from.values(list).some((one) => Boolean(fits(one)));
    },
  };
  const lodash = new Proxy(parts, {
    get: (target, name) => (from.hasOwn(target, name) ? target[name] : refuse("_." + says(name))),
  });

  return function (call) {
    const { code, result, seen } = read(call);
    steady(seen.now);
    const before = write([seen.data, seen.row]);
    const unset = result === "value" ? null : true;
    const begun = { show: "show = true;", valid: "valid = true;", result: "result = true;", value: "" }[result];
    const names = ["data", "row", "component", "submission", "_", "input"];
    const given = [seen.data, seen.row, seen.component, { data: seen.data }, lodash, seen.input];
    if (result !== "value") {
      names.push("value");
      given.push(seen.value);
    }
    let outcome;
    try {
      const run = new Program(...names, "var " + result + ";" + begun + "\n" + code + "\n;return " + result + ";");
      const value = run(...given);
      const shown = write(value === undefined ? unset : value);
      outcome = { value: shown === undefined ? null : read(shown), given: value !== undefined };
    } catch (problem) {
      if (problem instanceof ReferenceProblem) {
        refused = refused || "a name that there is not";
      }
      // What the engine ends is told by the engine itself.
      const ended = problem === null || problem instanceof Ended || problem instanceof Overflow;
      if (!ended || problem instanceof SyntaxProblem) {
        outcome = { thrown: true };
      } else {
        throw problem;
      }
    }
    if (!refused && before !== write([seen.data, seen.row])) {
      refused = "answers are changed";
    }
    return write(refused ? { refused } : outcome);
  };
})()
