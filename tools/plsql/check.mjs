// Reads a JSON array of statements from standard input; writes a JSON array of their first syntax errors, null for a statement without any.
// One process for all statements: the first one takes seconds, each further one milliseconds.
import * as parser from '@griffithswaite/ts-plsql-parser';
import * as antlrModule from 'antlr4';

const antlr = antlrModule.default ?? antlrModule;

class FirstError extends (antlrModule.ErrorListener ?? antlr.error.ErrorListener) {
  message = null;

  syntaxError(recognizer, symbol, line, column, message) { this.message ??= `${line}:${column} ${message}`.replace(/expecting \{.*/s, 'expecting another word'); }
}

const { SLL, LL } = antlrModule.PredictionMode ?? antlr.atn.PredictionMode;

function parse(statement, mode) {
  const errors = new FirstError();
  const Stream = parser.PlSqlCharStream ?? parser.CaseChangingStream ?? antlrModule.CharStream;
  const lexer = new parser.PlSqlLexer(new Stream(statement, true));
  lexer.removeErrorListeners();
  lexer.addErrorListener(errors);
  const tree = new parser.PlSqlParser(new antlrModule.CommonTokenStream(lexer));
  tree._interp.predictionMode = mode;
  tree.removeErrorListeners();
  tree.addErrorListener(errors);
  try { tree.sql_script(); } catch (failure) { errors.message ??= String(failure); }
  return errors.message;
}

// The fast way reads no statement that the thorough one would not: only what it refuses is read again.
const check = (statement) => parse(statement, SLL) && parse(statement, LL);

let input = '';
for await (const chunk of process.stdin) input += chunk;
process.stdout.write(JSON.stringify(JSON.parse(input).map(check)));
