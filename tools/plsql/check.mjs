// Reads a JSON array of statements from standard input; writes a JSON array of their first syntax errors, null for a statement without any.
// One process for all statements: the first one takes seconds, each further one milliseconds.
import * as parser from '@griffithswaite/ts-plsql-parser';
import * as antlrModule from 'antlr4';

const antlr = antlrModule.default ?? antlrModule;

class FirstError extends (antlrModule.ErrorListener ?? antlr.error.ErrorListener) {
  message = null;

  syntaxError(recognizer, symbol, line, column, message) { this.message ??= `${line}:${column} ${message}`; }
}

function check(statement) {
  const errors = new FirstError();
  const Stream = parser.PlSqlCharStream ?? parser.CaseChangingStream ?? antlrModule.CharStream;
  const lexer = new parser.PlSqlLexer(new Stream(statement, true));
  lexer.removeErrorListeners();
  lexer.addErrorListener(errors);
  const tree = new parser.PlSqlParser(new antlrModule.CommonTokenStream(lexer));
  tree.removeErrorListeners();
  tree.addErrorListener(errors);
  try { tree.sql_script(); } catch (failure) { errors.message ??= String(failure); }
  return errors.message;
}

let input = '';
for await (const chunk of process.stdin) input += chunk;
process.stdout.write(JSON.stringify(JSON.parse(input).map(check)));
