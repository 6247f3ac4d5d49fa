import{t as e}from"./terminal.js";async function t(t,n){process.stderr.write(`::group::${e(t).replaceAll(`%`,`%25`)}\n`);try{return await n()}finally{process.stderr.write(`::endgroup::
`)}}export{t};