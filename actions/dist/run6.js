import{a as e,i as t,t as n}from"./rolldown-runtime.js";import{c as r,i,l as a,n as o,o as s,s as c}from"./judge.js";import{r as l,t as u}from"./failure.js";import{d,h as f,m as p,n as m,r as h,t as g,u as _}from"./payload.js";import{n as v,r as y}from"./open-release2.js";import{a as b,s as x}from"./phrases.js";import{n as S,r as C}from"./proposal.js";import{t as w}from"./run5.js";import{t as T}from"./json.js";import{i as E,t as D}from"./validate2.js";import{a as O,i as k,o as A,r as j,s as M}from"./manifest.js";import{t as N}from"./release-inspection.js";import{a as P,i as F,n as I,r as L}from"./contract.js";import{t as R}from"./exchange.js";import{i as z,n as ee,r as B}from"./named-tensors.js";import{$ as V,A as H,B as te,C as ne,D as re,E as U,F as ie,G as W,H as ae,I as G,J as oe,K as se,L as ce,M as le,N as ue,O as K,P as q,Q as de,R as fe,S as pe,T as me,U as he,V as ge,W as _e,X as J,Y,Z as ve,_ as X,a as ye,b as be,c as xe,et as Se,f as Ce,g as we,h as Te,i as Ee,j as De,k as Oe,l as ke,m as Ae,nt as je,o as Me,p as Ne,q as Pe,r as Fe,rt as Ie,s as Le,t as Re,tt as ze,u as Be,v as Ve,w as He,x as Ue,z as We}from"./golden.js";import{m as Ge,t as Ke}from"./saved-model.js";import{t as qe}from"./scan-model.js";import{t as Je}from"./artifact.js";import{a as Ye,c as Xe,d as Ze,f as Qe,i as $e,l as et,o as tt,r as nt,s as rt,t as it,u as at}from"./highest-rate.js";import{h as ot,m as st}from"./ledger.js";import{t as ct}from"./bucket-place2.js";import{t as lt}from"./fit.js";import{t as ut}from"./bucket-copies2.js";import{a as dt}from"./wishes.js";import{createHash as ft}from"node:crypto";async function pt({folder:e,base:t},{repositories:n,log:r}){let i=await n.find(e),a=i===void 0?null:await C(t,i);if(i===void 0||a===null)throw new u(`usage`,`there is no base branch here, so nobody can tell which release.yaml is proposed`,{fix:`Check the repository out with actions/checkout, or name the manifest.`});let o=await S(a,i),s=o.filter(({kind:e})=>e===`deleted`);for(let{path:e}of s)r.info(`${x(e)} is deleted: there is nothing of it to validate.`);return o.length===s.length&&r.info(`No release.yaml is added or changed: nothing is validated.`),o.filter(e=>!s.includes(e)).map(({path:e})=>({path:`${i.top}/${e}`,title:e}))}async function mt({manifest:e,champion:t},n){let{resolve:r,files:i}=n;if(e!==null)return[{path:r(e),title:e}];if(t!==null&&await i.kind(r(t))===`file`)throw new u(`usage`,`the champion is a file, ${x(t)}, and each release has a champion of its own`,{fix:`Name the manifest as well, or a commit as the champion.`});return pt({folder:r(`.`),base:n.base},n)}async function ht({artifact:e,out:t},n,{keep:r,resolve:i,log:a}){if(e!==null&&n.size!==0)try{let{sizeBytes:n}=await r({name:e,folder:i(t)});a.info(`The evidence is kept as the artifact ${x(e)}, ${n} bytes.`)}catch(e){let{message:t,fix:n}=l(e);a.info(`The evidence is not kept: ${t}. ${n}`)}}async function gt(e,t){let[,n,r]=/^(.*)\/([^/]*)$/.exec(e),i=await t.find(n||`/`);return{repository:i,path:[i?.folder,r].filter(Boolean).join(`/`)}}async function _t({path:e,manifest:t,champion:n},{repositories:r,log:i}){if(t.target===void 0||n===null)return null;let{repository:a,path:o}=await gt(e,r);if(a===void 0)return null;try{let e=await _(t.target.endpoint,a),r=await d({path:o,manifest:t,champion:n},e,a);return r!==null&&i.info(`This very release served before and was well: line ${r.sequence} of the ledger.`),r}catch(e){return i.info(`The ledger is not read, so everything is measured: ${l(e).message}`),null}}function vt(e){return e===null?null:{healthy:e.sequence}}async function yt(e,t){for(let n of e)if(!await bt(n,t))return t.log.info(`${x(n.title)} has to be measured.`),!0;return!1}async function bt({path:e,title:t},n){let{files:r,repositories:i,base:a}=n;try{let{manifest:o}=await y({path:e,title:t},r),s=await gt(e,i),c={path:s.path,model:o.model.name,base:a,asked:null},l=await m(c,s.repository);return l.kind!==`none`&&await _t({path:e,manifest:o,champion:l.manifest},n)!==null}catch(e){if(e instanceof u)return!1;throw e}}function xt(e,t){return async n=>{try{return await t.runtime(n)}catch(r){if(!(r instanceof u&&r.code===`runtime-missing`)||n.runtime!==`tensorflow`)throw r;t.log.info(`TensorFlow is not on this runner yet: it is set up.`);let i=n.device===`gpu`?`gpu`:`cpu`,a={...await t.setup(),manifests:async()=>e.map(({path:e})=>e)};return await w({tensorflowVersion:null,variant:i,indexUrl:null},a),t.runtime(n)}}}const St=/* @__PURE__ */ new Set([`pull_request_target`,`issue_comment`,`workflow_run`]),Ct={maxBytes:2**25,maxDepth:64,maxValues:2**20};async function wt(e,{event:t,files:n}){if(e||!St.has(t.name))return;let r=t.path===``?null:D(T(await n.read(t.path,Ct.maxBytes),t.path,Ct)),i=g(r,`repository`,`full_name`),a=Tt(t.name,r);if(typeof a==`string`&&a===i)return;let o=typeof a==`string`?`the fork ${x(a)}`:`a head that the event does not name`;throw new u(`usage`,`on ${t.name} this job has secrets, and the model would be of ${o}`,{fix:`Validate on pull_request, whose job has no secrets; or set allow-untrusted where an environment asks for approval first.`})}function Tt(e,t){return e===`pull_request_target`?g(t,`pull_request`,`head`,`repo`,`full_name`):e===`workflow_run`?g(t,`workflow_run`,`head_repository`,`full_name`):void 0}var Et={$schema:`https://json-schema.org/draft/2020-12/schema`,$id:`urn:model-release:shard:v1`,title:`Shard document`,description:`What one of several runs over parts of the rows leaves for the run that joins them.`,type:`object`,additionalProperties:!1,required:[`schema`,`shard`,`today`,`slices`,`challenger`,`champion`],properties:{schema:{const:`model-release/shard/v1`},shard:{description:`Which part, from 0, of how many.`,type:`object`,additionalProperties:!1,required:[`index`,`count`],properties:{index:{type:`integer`,minimum:0,maximum:999},count:{type:`integer`,minimum:1,maximum:1e3}}},today:{description:`The day of the run, on which waivers count or have expired.`,type:`string`,pattern:`^\\d{4}-\\d{2}-\\d{2}$`},slices:{description:`The slices of the whole evaluation set, in the order of the scores.`,type:`array`,items:{type:`object`,additionalProperties:!1,required:[`predicate`,`required`],properties:{predicate:{type:`string`},required:{type:`boolean`},by:{type:`string`}}}},challenger:{description:`The challenger's manifest.`,type:`object`},champion:{description:`The champion's manifest; null for a first release.`,anyOf:[{type:`object`},{type:`null`}]}}};const Dt={document:`shard.json`,evidence:`evidence.json`,scores:`scores.bin`},Ot={maxBytes:8*2**20,maxDepth:32,maxValues:2**18},kt=32*2**20;async function At(e,t){let n=t=>`${e}/${t}`,i=jt(await t.read(n(Dt.document),Ot.maxBytes),n(Dt.document)),a=await t.read(n(Dt.evidence),kt);return{folder:e,document:i,evidence:r(a,n(Dt.evidence))}}function jt(e,t){let n=E(Et,T(e,t,Ot)),r=(e,n)=>{let r=JSON.stringify(e);return E(M,T(r,`${t} (${n})`,Ot))},{challenger:i,champion:a}=n;return{...n,challenger:r(i,`challenger`),champion:a===null?null:r(a,`champion`)}}function Mt(e,t,n){if(t.dtype===n.dtype)return[];let r=`callers that use ${t.dtype} do not fit ${n.dtype}`;return[{kind:`dtype`,path:`${e}.dtype`,before:t.dtype,after:n.dtype,effect:`breaking`,reason:r}]}function Nt(e,t,n,r){let[i,a]=[P(t),P(n)];if(i===a)return[];let o=t?.length===n?.length?`shape`:`rank`,s=r===`accepts`?I(n,t):I(t,n),c=r===`accepts`?s?`everything that fitted still fits`:`some tensors of ${i} no longer fit`:s?`every answer still has the promised shape`:`answers may no longer have the shape ${i}`;return[{kind:o,path:`${e}.shape`,before:i,after:a,effect:s?`compatible`:`breaking`,reason:c}]}function Pt(e,t,n,r){let[i,a]=[It(t),It(n)];if(i===a)return[];let o=Ft(n,t),s=Ft(t,n),c=r===`accepts`?s:o;return[{kind:o?`rangeNarrowed`:s?`rangeWidened`:`rangeMoved`,path:e,before:i,after:a,effect:c?`compatible`:`breaking`,reason:r===`accepts`?c?`every value that was allowed still is`:`values that were allowed no longer are`:c?`every answer lies within the range that was promised`:`answers may lie outside the range that was promised`}]}function Ft(e,t){return t===void 0||e!==void 0&&e[0]>=t[0]&&e[1]<=t[1]}function It(e){return e===void 0?`any`:`[${e[0]}, ${e[1]}]`}function Lt(e,t){let n=new Map(e.map(e=>[e.name,e])),r=new Set(t.map(({name:e})=>e)),i=t.flatMap(e=>{let t=n.get(e.name);return t===void 0?[]:[[t,e]]}),a=e.filter(({name:e})=>!r.has(e)),o=t.filter(({name:e})=>!n.has(e)),[s,c]=[a[0],o[0]],l=a.length===1&&o.length===1&&s&&c&&Rt(s,c)?[s,c]:null;return{kept:i,removed:l?[]:a,added:l?[]:o,renamed:l}}function Rt(e,t){return e.dtype===t.dtype&&P(e.shape)===P(t.shape)}function zt(e,t){let{kept:n,removed:r,added:i,renamed:a}=Lt(e,t);return[...r.map(({name:e})=>({kind:`removed`,path:`inputs.${e}`,before:e,after:`absent`,effect:`breaking`,reason:`a request that sends it is refused`})),...i.map(({name:e})=>({kind:`added`,path:`inputs.${e}`,before:`absent`,after:e,effect:`breaking`,reason:`a request that does not send it is refused`})),...a?Bt(...a):[],...n.flatMap(([e,t])=>Vt(e,t))]}function Bt(e,t){let n=`a request that names ${x(e.name)} is refused`,{name:r}=t;return[{kind:`renamed`,path:`inputs.${r}`,before:e.name,after:r,effect:`breaking`,reason:n},...Vt(e,t)]}function Vt(e,t){let n=`inputs.${t.name}`;return[...Mt(n,e,t),...Nt(n,e.shape,t.shape,`accepts`),...Ht(n,e,t),...e.encoding!==void 0&&e.encoding===t.encoding?Yt(n,e,t):Ut(n,e.features,t.features),...Zt(n,e,t),...$t(n,e,t)]}function Ht(e,t,n){if(t.encoding===n.encoding)return[];let[r,i]=[t.encoding??`plain tensor`,n.encoding??`plain tensor`],a=`a request built as ${r} cannot be read as ${i}`;return[{kind:`encoding`,path:`${e}.encoding`,before:r,after:i,effect:`breaking`,reason:a}]}function Ut(e,t,n){let r=`${e}.features`;if(t===void 0&&n===void 0)return[];if(t===void 0||n===void 0)return Wt(r,t,n);let[i,a]=[t.map(L),n.map(L)],[o,s]=[new Set(i),new Set(a)],c=i.filter(e=>!s.has(e)),l=a.filter(e=>!o.has(e));return i.length===a.length&&i.every((e,t)=>e===a[t]||!s.has(e)&&!o.has(a[t]))?i.flatMap((e,t)=>e===a[t]?[]:[Gt(r,e,a[t])]):[...c.map(e=>Kt(r,e,`the columns after it move to other places`,`breaking`)),...l.map(e=>qt(r,e,`a request without it has too few columns`,`breaking`)),...Jt(r,i.filter(e=>s.has(e)),a.filter(e=>o.has(e)))]}function Wt(e,t,n){let r=e=>e?en(e.map(L)):`undeclared`,i=t===void 0?`compatible`:`breaking`,a=t===void 0?`the order of the columns is now declared`:`the order of the columns is no longer declared, and cannot be checked`;return[{kind:`features`,path:e,before:r(t),after:r(n),effect:i,reason:a}]}function Gt(e,t,n){return{kind:`featureRenamed`,path:`${e}.${n}`,before:t,after:n,effect:`breaking`,reason:`another column now fills its place`}}function Kt(e,t,n,r){return{kind:`featureRemoved`,path:`${e}.${t}`,before:t,after:`absent`,effect:r,reason:n}}function qt(e,t,n,r){return{kind:`featureAdded`,path:`${e}.${t}`,before:`absent`,after:t,effect:r,reason:n}}function Jt(e,t,n){return t.every((e,t)=>e===n[t])?[]:[{kind:`featureOrder`,path:e,before:en(t),after:en(n),effect:`breaking`,reason:`the same numbers would be read as other features`}]}function Yt(e,t,n){let r=`${e}.features`,i=e=>new Map((e.features??[]).map(e=>[L(e),Xt(e)])),[a,o]=[i(t),i(n)],s=new Set(n.nullable);return[...[...a.keys()].filter(e=>!o.has(e)).map(e=>Kt(r,e,`an example that holds it is still read`,`compatible`)),...[...o.keys()].filter(e=>!a.has(e)).map(e=>s.has(e)?qt(r,e,`it may be absent`,`compatible`):qt(r,e,`an example without it is refused`,`breaking`)),...[...a].flatMap(([e,t])=>{let n=o.get(e);if(n===void 0||n===t)return[];let i=`an example that holds ${t} is refused`;return[{kind:`featureDtype`,path:`${r}.${e}`,before:t,after:n,effect:`breaking`,reason:i}]})]}function Xt(e){return typeof e==`string`?`undeclared`:e.dtype}function Zt(e,t,n){let r=new Set(F(n));return F(t).flatMap(i=>{let a=t.features===void 0&&n.features===void 0?n.name:i;return r.has(a)?Pt(`${e}.ranges.${a}`,Qt(t.ranges,i),Qt(n.ranges,a),`accepts`):[]})}function Qt(e,t){return e!==void 0&&Object.hasOwn(e,t)?e[t]:void 0}function $t(e,t,n){let[r,i]=[new Set(t.nullable),new Set(n.nullable)],a=new Set(F(t));return F(n).filter(e=>a.has(e)&&r.has(e)!==i.has(e)).map(t=>{let[n,a]=r.has(t)?[`may be absent`,`required`]:[`required`,`may be absent`],o=i.has(t)?`compatible`:`breaking`,s=i.has(t)?`every request that was whole still is`:`a request without it is refused`;return{kind:`nullable`,path:`${e}.nullable.${t}`,before:n,after:a,effect:o,reason:s}})}function en(e){return e.length>12?`${e.slice(0,12).join(`, `)}, … (${e.length})`:e.join(`, `)}function tn(e,t){let{kept:n,removed:r,added:i,renamed:a}=Lt(e.outputs,t.outputs),o=t=>`${nn(t,e)} would find it missing`;return[...r.map(({name:e})=>({kind:`removed`,path:`outputs.${e}`,before:e,after:`absent`,effect:`breaking`,reason:o(e)})),...i.map(t=>rn(t,e)),...a?an(a,o(a[0].name)):[],...n.flatMap(([e,t])=>on(e,t))]}function nn(e,{consumers:t=[]}){let n=t.filter(({reads:t})=>t.includes(e)).map(({name:e})=>x(e));return n.length===0?`a caller that reads it`:n.length>6?`${n.slice(0,6).join(`, `)} and ${n.length-6} others`:n.join(`, `)}function rn({name:e},t){let n=t.outputs.length===1;return{kind:`added`,path:`outputs.${e}`,before:`absent`,after:e,effect:n?`breaking`:`compatible`,reason:n?`answers become objects: a single output is returned without its name, several with`:`what callers read stays`}}function an([e,t],n){return[{kind:`renamed`,path:`outputs.${t.name}`,before:e.name,after:t.name,effect:`breaking`,reason:n},...on(e,t)]}function on(e,t){let n=`outputs.${t.name}`;return[...Mt(n,e,t),...Nt(n,e.shape,t.shape,`promises`),...Pt(`${n}.range`,e.range,t.range,`promises`),...sn(n,e.labels,t.labels)]}function sn(e,t,n){if(t?.length===n?.length&&(t??[]).every((e,t)=>e===n?.[t]))return[];let r={path:`${e}.labels`,before:cn(t),after:cn(n)};if(t===void 0)return[{kind:`labels`,...r,effect:`compatible`,reason:`what the values stand for is now declared`}];if(n===void 0)return[{kind:`labels`,...r,effect:`breaking`,reason:`what the values stand for is no longer declared`}];let i=new Set(n),a=t.length===n.length&&t.every(e=>i.has(e)),o=a?`labelOrder`:`labels`,s=a?`the same numbers would be read as other labels`:`the values stand for something else`;return[{kind:o,...r,effect:`breaking`,reason:s}]}function cn(e){return e===void 0?`undeclared`:b(e,12)}function ln(e,t){return[...zt(e.inputs,t.inputs),...tn(e,t)]}function un(e){return{unmeasured:`notApplicable`,reason:e,fix:null}}function dn(e,t=null){return{unmeasured:`notPossible`,reason:e,fix:t}}function fn(e){if(e instanceof u)return dn(e.message,e.fix);throw e}function pn(e,t,n){let{release:r,safety:i,servable:a,lint:o}=n;return{lint:{findings:o,missing:r.missing.map(({path:e})=>e),placeholders:r.placeholders,servable:a.findings,completeness:r.completeness,warnings:gn(e)},digest:{declared:r.declaredDigest,actual:n.digest},signature:r.signature??un(`the manifest names no signer`),safety:{findings:i.findings},size:{bytes:n.bytes,files:n.files},contract:hn(e.contract,t?.contract??null,r.contract)}}function mn({digest:e,safety:t,lint:n}){return e.declared===e.actual?t.findings.length>0?`the artifact is not safe to load`:n.findings.some(({level:e})=>e===`fail`)?`the artifact holds what must not be released`:null:`the artifact is not the one that the manifest pins`}function hn(e,t,n){let r=t===null?[]:ln(t,e),i=r.filter(({effect:e})=>e===`breaking`).map(({path:e})=>e),a=e=>i.some(t=>t===`outputs.${e}`||t.startsWith(`outputs.${e}.`));return{mismatches:n,changes:r,brokenConsumers:(t?.consumers??[]).flatMap(({name:e,reads:t})=>t.filter(a).map(t=>({consumer:e,output:t})))}}function gn({evaluation:e}){return e===void 0||e.dataset.digest!==void 0?[]:[`evaluation.dataset has no digest: nobody can tell later which rows were judged`]}function _n({log:e,signal:t}){let n=[],r=e=>{e!==null&&!n.includes(e)&&n.push(e)};return{faults:n,note:r,async measure(n,i){try{return t.aborted||e.info(n),await vn(i,t)}catch(t){let i=fn(t);return r(t),e.info(`${n}: ${i.reason}`),i}}}}async function vn(e,t){if(t.aborted)throw yn();let{promise:n,reject:r}=Promise.withResolvers(),i=()=>r(yn());t.addEventListener(`abort`,i);try{let t=e();return Promise.allSettled([t]),await Promise.race([t,n])}finally{t.removeEventListener(`abort`,i)}}function yn(){return new u(`interrupted`,`the run was interrupted before this was measured`,{fix:`Run it again.`})}function bn({outputs:e},{output:t}){let[n]=e;return(e.find(({name:e})=>e===t)??n)?.labels}function xn({manifest:e,directory:t}){return{directory:t,signatureName:e.artifact.signatureName}}function Sn({manifest:{model:e,artifact:t}}){return{model:e.name,version:e.version,digest:t.digest}}function Cn({digest:e,rows:t}){return{digest:`sha256:${e}`,rows:t}}const wn=/* @__PURE__ */ new Set([`out-of-space`,`device-missing`,`io`]);async function Tn(e,t){let n=[];for(let r=0;r<3;r+=1)n.push(await En(e,t));return{attempts:n,wantedDevice:e.wantedDevice}}async function En({request:e,inputs:t},{runtime:n,clock:r}){let i=r.elapsedMs();try{await using a=await n.load(e);t!==null&&await a.predict(t);let o=(r.elapsedMs()-i)/1e3,s=await a.memory?.();return{outcome:`loaded`,device:a.device,coldStartSeconds:o,peakBytes:s?.peakBytes??null}}catch(e){if(!(e instanceof u))throw e;let{code:t,message:n,fix:r}=e;return{outcome:`failed`,code:t,message:n,fix:r,isPlatform:wn.has(t)}}}function Dn(e,t){return new Map([...e].map(([e,n])=>[e,Mn(n,t)]))}function On(e){let t=Math.min(...Array.from(e.values(),({shape:e})=>e[0]??0));return Array.from({length:t},(t,n)=>new Map([...e].map(([e,t])=>[e,jn(t,n)])))}function kn(e,t){let{dtype:n,data:r}=e;if(n===`string`)return e;let i=r.slice();for(let n=0;n<i.length;n+=1){let r=t(n);r!==void 0&&(i[n]=Nn(r,e))}return{...e,data:i}}function An(e,t){let{dtype:n,data:r}=e;return n===`string`?{...e,data:Array.from({length:r.length},()=>t)}:e}function jn({dtype:e,shape:t,data:n},r){let[i=0,...a]=t,o=n.length/i;return{dtype:e,shape:[1,...a],data:n.slice(r*o,(r+1)*o)}}function Mn({dtype:e,shape:t,data:n},r){let[i=0,...a]=t,o=i===0?0:n.length/i;if(Array.isArray(n)){let t=Array.from({length:r*o},(e,t)=>n[t%n.length]);return{dtype:e,shape:[r,...a],data:t}}let s=n,c=new s.constructor(r*o);for(let e=0;e<r;e+=1){let t=e%i*o;c.set(s.subarray(t,t+o),e*o)}return{dtype:e,shape:[r,...a],data:c}}function Nn(e,{dtype:t,data:n}){return n instanceof BigInt64Array?BigInt.asIntN(64,Pn(e,-(2**63),2**63)):n instanceof BigUint64Array?BigInt.asUintN(64,Pn(e,0,2**64)):t===`float16`?z(e,B):t===`bfloat16`?z(e,ee):e}function Pn(e,t,n){let r=BigInt(n)-1n;return e>=n?r:BigInt(Math.trunc(Math.max(e,t)))}function Fn(e,{name:t},n){return{name:e,change:/* @__PURE__ */ new Map([[t,n]])}}function In({input:e,tensor:t},n){return t.dtype===`string`?n.map(([n,r])=>Fn(`${n} as ${e.name}`,e,An(t,r))):[]}function Ln({dtype:e}){return e.startsWith(`float`)||e===`bfloat16`}function Rn(e){return new TextEncoder().encode(e)}function zn(e,t){let n=F(e),r=e.features===void 0?1:t.shape.at(-1)??1;return Object.entries(e.ranges??{}).slice(0,100).flatMap(([e,t])=>{let i=n.indexOf(e);return i===-1||i>=r?[]:[{feature:e,column:i,columns:r,limits:t}]})}function Bn(e,t,n,r=0){return Hn(e,t,([e,t])=>{let i=r*(t-e+1);return n===0?e-i:t+i})}function Vn(e,t){return Hn(e,t,([e,t])=>e/2+t/2)}function Hn(e,t,n){let r=t[0]?.columns??1,i=new Map(t.map(({column:e,limits:t})=>[e,n(t)]));return kn(e,e=>i.get(e%r))}function Un({input:e,tensor:t}){if(e.encoding===`tf.Example`)return[];let n=zn(e,t),r=[0,1].map(r=>Fn(`every value of ${e.name} at the ${r===0?`low`:`high`} end of its range`,e,Bn(t,n,r)));return[...n.length===0?[]:r,...n.flatMap(n=>[0,1].map(r=>Fn(`${n.feature} at ${n.limits[r]}`,e,Bn(t,[n],r)))),...Wn({input:e,tensor:t}),...In({input:e,tensor:t},[[`an empty text`,Rn(``)],[`a text beyond ASCII`,Rn(`Ærøskøbing 東京 🙂`)]])]}function Wn({input:e,tensor:t}){let n=F(e),r=e.features===void 0?1:t.shape.at(-1)??1,i=(e.nullable??[]).slice(0,100).map(e=>n.indexOf(e));if(i.length===0||!Ln(t))return[];let a=kn(t,e=>i.includes(e%r)?NaN:void 0);return[Fn(`every value of ${e.name} missing that may be`,e,a)]}const Gn=new Uint8Array(1<<20).fill(97);function Kn({input:e,tensor:t}){let n=e.encoding===`tf.Example`?[]:zn(e,t);return[...n.length===0?[]:[0,1].map(r=>Fn(`${e.name} far ${r===0?`below`:`above`} its ranges`,e,Bn(t,n,r,10))),...qn({input:e,tensor:t}),...In({input:e,tensor:t},[[`bytes that are no UTF-8`,Uint8Array.of(255,254,0,128)],[`a text of a mebibyte`,Gn]]),...Jn({input:e,tensor:t})]}function qn({input:e,tensor:t}){if(t.dtype===`string`||t.dtype===`bool`)return[];let n=(n,r)=>Fn(`${e.name} ${n}`,e,kn(t,()=>r)),r=[n(`full of huge numbers`,3e38),n(`full of huge negative numbers`,-3e38)];return Ln(t)?[...r,n(`full of NaN`,NaN),n(`full of infinities`,1/0)]:r}function Jn({input:e,tensor:t}){let{shape:n,data:r}=t,i=t.dtype===`float64`?{dtype:`string`,shape:n,data:Array.from({length:r.length},()=>Rn(`1`))}:{dtype:`float64`,shape:n,data:new Float64Array(r.length)};return[Fn(`${e.name} of another type`,e,i),Fn(`${e.name} with one more dimension`,e,{...t,shape:[...n,1]}),Fn(`${e.name} without any row`,e,Yn(t)),...n.length<2||r.length===0?[]:[Fn(`${e.name} with a column too many`,e,Xn(t))]]}function Yn(e){let{shape:t,data:n}=e;return{...e,shape:[0,...t.slice(1)],data:n.slice(0,0)}}function Xn({dtype:e,shape:t,data:n}){let r=t.at(-1),i=[...n.slice(0,r),n[0]],a=Array.isArray(n)?i:n.constructor.from(i);return{dtype:e,shape:[...t.slice(0,-1).map(()=>1),r+1],data:a}}function Zn({inputs:e},t){let n=e.flatMap(e=>{let n=t.get(e.name);return n===void 0?[]:[{input:e,tensor:n}]}),r=[...$n(e,t),...n.flatMap(Un)],i=[...n.flatMap(Kn),...er(t)],a=(e,n)=>e.map(({name:e,change:r})=>({name:e,isWithinContract:n,inputs:new Map([...t,...r].filter(Qn))}));return[...a(r,!0),...a(i,!1)]}function Qn(e){return e[1]!==void 0}function $n(e,t){return e.length>0&&e.every(({shape:e})=>e?.[0]===-1)?[{name:`a single row`,change:Dn(t,1)},{name:`256 rows`,change:Dn(t,256)}]:[{name:`a request as the data has it`,change:t}]}function er(e){return[...e.keys()].slice(0,100).map(e=>({name:`no ${e}`,change:/* @__PURE__ */ new Map([[e,void 0]])}))}const tr=/* @__PURE__ */ new Set([`model-crashed`,`model-killed`,`model-out-of-memory`,`model-protocol`]);async function nr(e,t){let n=[],r=await t.load();try{let i=await r.predict(e.good);for(let a of e.requests){let o=t.clock.elapsedMs(),s=await ir(r,a.inputs),c=t.clock.elapsedMs()-o,l=s.outcome!==`died`&&c>1e4,u=await or(r,e,i),{name:d,isWithinContract:f}=a;n.push({name:d,isWithinContract:f,...s,...l?rr:{},recovered:u,durationMs:c}),s.outcome!==`died`&&u||(r=await sr(r,t))}}finally{await r[Symbol.asyncDispose]()}return{cases:n}}const rr={outcome:`tookTooLong`};async function ir(e,t){try{return{outcome:[...(await e.predict(t)).values()].every(ar)?`answered`:`notFinite`,message:null}}catch(e){if(!(e instanceof u))throw e;return{outcome:e.code===`model-hung`?`tookTooLong`:tr.has(e.code)?`died`:`refused`,message:e.message.slice(0,500)}}}function ar(e){let t=we(e);return t===null||Array.prototype.every.call(t,Number.isFinite)}async function or(e,{good:t,tolerance:n},r){try{let i=await e.predict(t);return[...r].every(([e,t])=>{let{mismatch:r,beyondTolerance:a}=Te(t,i.get(e),n);return r===null&&a===0})}catch(e){if(e instanceof u)return!1;throw e}}async function sr(e,{load:t}){return await e[Symbol.asyncDispose](),t()}async function cr(e,t){let{requests:n,tolerance:r}=e,i=t.reference.signature.outputs.map(({name:e})=>lr(e,r)),a=[];for(let[r,o]of n.entries()){let n=await Me(t.reference,o,e.repeats),s=await Me(t.other,o,e.repeats);if(Ee(n)||Ee(s))a.push({request:r,reference:ur(n),other:ur(s)});else for(let e of i)dr(e,{reference:n,other:s})}let o=i.map(({name:e,found:t,noise:n,chosen:r,rows:i})=>({name:e,difference:t,noise:n,choices:r,isDiscriminating:i.isDiscriminating()}));return{requests:n.length,compared:n.length-a.length,tolerance:r,outputs:o,refusals:a}}function lr(e,t){let n={reference:Ae,other:Ae};return{name:e,tolerance:t,rows:Fe(t),found:Ae,noise:n,chosen:null}}function ur(e){return Ee(e)?e.code:null}function dr(e,{reference:t,other:n}){let{name:r,tolerance:i,noise:a}=e,o=t[0].get(r);if(o===void 0)throw fr(r);let s=n[0].get(r),c=Te(o,s,i);e.found=X(e.found,c),e.rows.add(o),c.mismatch===null&&(e.chosen=xe(e.chosen,Le(o,s,i))),e.noise={reference:X(a.reference,ye(t,r,i)),other:X(a.other,ye(n,r,i))}}function fr(e){return new u(`prediction-failed`,`the model gave no output ${JSON.stringify(e)}, which its signature has`,{fix:`Export the model again.`})}async function pr(e,t,{tries:n,files:r}){return e===null?un(`there is no champion to compare with`):n.measure(`loading the champion`,async()=>(await mr(e,r),t.load({directory:e.directory,signatureName:e.manifest.artifact.signatureName})))}async function mr({manifest:e,directory:t},n){let r=await n.list(t);await Ge(t,r,n);let{digest:i}=await Je(t,n);if(i!==e.artifact.digest)throw new u(`artifact-refused`,`the champion's artifact is ${i}, not the one that its manifest pins`,{fix:`Restore the champion's artifact on the base branch.`});let a=await Ke(t,n),[o]=await qe({directory:t,model:a,entries:r},n);if(o!==void 0)throw new u(`artifact-refused`,`the champion is not safe to load: ${o.reason}`,{fix:`Compare with a champion that is safe: give it with --champion.`})}const Z=8192,hr={units:0n,nonFinite:0},gr=1074n;function _r(e,t){return t===0?e:Number.isFinite(t)?{units:e.units+xr(t),nonFinite:e.nonFinite}:{units:e.units,nonFinite:e.nonFinite+t}}function vr({units:e,nonFinite:t}){return t===0?Sr(e,gr):t}const yr=/* @__PURE__ */ new Float64Array(1),br=new Uint32Array(yr.buffer);function xr(e){yr[0]=e;let t=br[1],n=t>>>20&2047,r=(t&1048575)*2**32+br[0],i=n===0?BigInt(r):BigInt(r+2**52)<<BigInt(n-1);return t>>>31==1?-i:i}function Sr(e,t){let n=e<0n?-e:e,r=BigInt(n.toString(16).length*4),i=r>64n?r-64n:0n,a=n>>i,o=a<<i!==n,s=Cr(Number(o?a|1n:a),Number(i-t));return e<0n?-s:s}function Cr(e,t){let n=Math.trunc(t/2);return e*2**n*2**(t-n)}function wr({challenger:e,champion:t,weights:n,slices:r}){return{width:e.width,slices:r.length,hasWeights:n!==void 0,hasChampion:t!==null}}function Tr(e,t,n){if(e.firstRow!==n)throw Er(`row ${e.firstRow+1} was scored where row ${n+1} was due`);Dr(e.challenger,{model:`challenger`,rows:e.rows,width:t.width}),e.champion!==null&&Dr(e.champion,{model:`champion`,rows:e.rows,width:t.width});let r=wr(e),i=r.slices===t.slices&&r.hasWeights===t.hasWeights&&r.hasChampion===t.hasChampion,a=[e.labels,...e.weights===void 0?[]:[e.weights],...e.slices];if(!(i&&a.every(({length:t})=>t===e.rows)))throw Er(`the rows from ${e.firstRow+1} have other columns than those before`)}function Er(e){return new u(`internal`,e,{fix:`Report this.`})}function Dr({values:e,width:t},n){if(t!==n.width){let e=`the ${n.model} scores ${t} classes, ${n.width} are expected`;throw new u(`prediction-failed`,e,{fix:`Compare models with the same classes, in one order.`})}if(e.length===n.rows*t)return;let r=e.length/t;throw new u(`prediction-failed`,`the ${n.model} answered ${n.rows} rows with ${r} scores`,{fix:`Export a model whose signature gives one score for each row.`})}function Or(e,t=0){let n=t,r=null,i=null,a=(t,a)=>{i??=kr(r);let o=Math.min(Z-i.filled,t.rows-a);return Ar(i,t,{from:a,taken:o,width:r.width}),i.filled===8192&&e(jr(i,r,n+a+o)),o};return{add(t){if(r??=wr(t),Tr(t,r,n),t.rows===8192&&(i===null||i.filled===0))e(t);else for(let e=0;e<t.rows;)e+=a(t,e);n+=t.rows},end(){i!==null&&i.filled>0&&e(jr(i,r,n))}}}function kr({width:e,slices:t,hasWeights:n,hasChampion:r}){let i=()=>({values:new Float64Array(Z*e),width:e}),a={firstRow:0,rows:Z,labels:new Float64Array(Z),slices:Array.from({length:t},()=>new Uint8Array(Z)),challenger:i(),champion:r?i():null};return{block:n?{...a,weights:new Float64Array(Z)}:a,filled:0}}function Ar(e,t,{from:n,taken:r,width:i}){let{block:a,filled:o}=e,s=n+r;a.labels.set(t.labels.subarray(n,s),o),a.weights?.set(t.weights.subarray(n,s),o);for(let[e,r]of a.slices.entries())r.set(t.slices[e].subarray(n,s),o);a.challenger.values.set(t.challenger.values.subarray(n*i,s*i),o*i),a.champion?.values.set(t.champion.values.subarray(n*i,s*i),o*i),e.filled+=r}function jr(e,{width:t},n){let{block:r,filled:i}=e,{labels:a,weights:o,slices:s,challenger:c,champion:l}=r,u=e=>({values:e.subarray(0,i*t),width:t});e.filled=0;let d={firstRow:n-i,rows:i,labels:a.subarray(0,i),slices:s.map(e=>e.subarray(0,i)),challenger:u(c.values),champion:l===null?null:u(l.values)};return o===void 0?d:{...d,weights:o.subarray(0,i)}}const Mr={thresholds:null,scores:null,confusion:null,errors:null,predictions:null};function Nr(e){let t=[],n={value:NaN,next:0,below:null,positive:0,negative:0},r=e=>{t.at(-1)?.value!==e.value&&t.push(e)};return{add(t){n=Pr(n,t,{paces:e,keep:r})},points(){let{below:e,positive:i,negative:a,value:o}=n;return e!==null&&r(e),e===null?[]:[...t,{value:o,positive:i,negative:a}]}}}function Pr(e,{scores:t,labels:n,weights:r},{paces:i,keep:a}){let{positive:o,negative:s}=i,{value:c,next:l,positive:u,negative:d}=e,f=e.below!==null,[p,m]=[e.below?.positive??0,e.below?.negative??0];for(let e=0;e<t.length;e++){let i=r===void 0?1:r[e];if(i!==0){if(t[e]!==c){let n=u*o+d*s;n>=l&&(f&&a({value:c,positive:p,negative:m}),a({value:t[e],positive:u,negative:d}),l=n+1/98),c=t[e],p=u,m=d,f=!0}u+=n[e]*i,d+=(1-n[e])*i}}return{value:c,next:l,below:f?{value:c,positive:p,negative:m}:null,positive:u,negative:d}}function Fr(e){return Number(e.toPrecision(6))}function Ir(){let e=/* @__PURE__ */ new Float64Array(102),t=/* @__PURE__ */ new Float64Array(51),n=0;return{add({scores:r,positives:i,weights:a}){for(let o=0;o<r.length;o++){let s=r[o],c=a===void 0?1:a[o];if(s>=0&&s<=1&&c>=0){let n=50*s|0;e[51*i[o]+n]+=c,t[n]+=s*c}else c!==0&&n++}},bins:()=>n>0?null:Lr(e,t)}}function Lr(e,t){let[n,r,i]=[Rr(e.subarray(0,51)),Rr(e.subarray(51)),Rr(t)],a=Br(r)+Br(n);if(!(a>0&&a<1/0))return null;let o=Array.from({length:10},(e,t)=>{let[a,o,s]=[r,n,i].map(e=>Br(e.subarray(t*5,(t+1)*5)));return zr(a,o,s)});return{positive:Array.from(r,Fr),negative:Array.from(n,Fr),calibration:o}}function Rr(e){let t=e.slice(0,50);return t[49]+=e[50],t}function zr(e,t,n){let r=e+t;return r===0?{weight:r,meanScore:null,positiveShare:null}:{weight:Fr(r),meanScore:Fr(n/r),positiveShare:Fr(e/r)}}function Br(e){return e.reduce((e,t)=>e+t,0)}function Vr(){let e=Ir(),[t,n,r]=[0,0,0],i=null;return{add({rows:i,labels:a,weights:o},s){for(let e=0;e<i;e++){let i=o===void 0?1:o[e];t+=i,n+=a[e]*i,r+=i===0?0:s[e]-s[e]}e.add({scores:s,positives:a,weights:o})},rank(e){let r=t-n;i??=Nr({positive:.5/n,negative:.5/r}),i.add(e)},finish(){let a=t-n,o=r===0&&Hr(n)&&Hr(a)&&i!==null?Ur(i.points(),{positive:n,negative:a}):null;return{...Mr,thresholds:o,scores:e.bins()}}}}function Hr(e){return e>0&&e<1/0}function Ur(e,t){let n=e.slice(0,-1).map(({value:e,positive:n,negative:r})=>{let i=[t.negative-r,t.positive-n];return[Fr(e),Wr(i[0],t.negative),Wr(i[1],t.positive)]});return{positive:Fr(t.positive),negative:Fr(t.negative),points:n.toReversed()}}function Wr(e,t){return Fr(Math.min(1,Math.max(0,e/t)))}function Gr(e,t,n){let r=0;for(let i=1;i<n;i++)e[t+i]>e[t+r]&&(r=i);return r}function Kr(){let e=Ir(),[t,n]=[0,0],r=/* @__PURE__ */ new Float64Array;return{add({rows:i,labels:a,weights:o,width:s},c){t===0&&(r=new Float64Array(s<=50?s*s:0)),t=s;let[l,u]=[new Float64Array(i),new Uint8Array(i)];for(let e=0;e<i;e++){let t=o===void 0?1:o[e],i=Gr(c,e*s,s),d=c[e*s+i];n+=t===0?0:d-d+(t<0?NaN:0),l[e]=d,u[e]=+(i===a[e]),r.length>0&&(r[a[e]*s+i]+=t)}e.add({scores:l,positives:u,weights:o})},rank(){},finish:()=>({...Mr,scores:e.bins(),confusion:n===0&&r.length>0?qr(r,t):null})}}function qr(e,t){return Array.from({length:t},(n,r)=>Array.from(e.subarray(r*t,(r+1)*t),Fr))}function Jr(){let[e,t,n]=[/* @__PURE__ */ new Float64Array(20),/* @__PURE__ */ new Float64Array(20),/* @__PURE__ */ new Float64Array(20)],r=null;return{add({labels:i,predictions:a,weights:o}){r??=Yr(a);for(let s=0;s<i.length;s++){let c=o===void 0?1:o[s],l=Xr(a[s],r);e[l]+=c,t[l]+=c*a[s],n[l]+=c*i[s]}},groups(){let r=[...e.keys()].filter(t=>e[t]!==0).map(r=>({weight:Fr(e[r]),meanPrediction:Fr(t[r]/e[r]),meanLabel:Fr(n[r]/e[r])}));return r.every(e=>Object.values(e).every(Number.isFinite))?r:[]}}}function Yr(e){let t=e.toSorted();return Float64Array.from({length:19},(e,n)=>t[Math.floor((n+1)*t.length/20)])}function Xr(e,t){let[n,r]=[0,t.length];for(;n<r;){let i=n+r>>1;e<t[i]?r=i:n=i+1}return n}function Zr(){let e=Jr(),[t,n]=[0,0],r=null;return{add({rows:r,labels:i,weights:a},o){e.add({labels:i,predictions:o,weights:a});for(let e=0;e<r;e++){let r=a===void 0?1:a[e],s=o[e]-i[e];t+=r,n+=r===0?0:s-s}},rank(e){r??=Nr({positive:1/t,negative:1/t}),r.add(e)},finish(){if(!(n===0&&t>0&&t<1/0))return Mr;let i=r===null?null:r.points().map(e=>Qr(e,t));return{...Mr,errors:i,predictions:e.groups()}}}}function Qr({value:e,positive:t,negative:n},r){return[Fr(e),Fr(Math.min(1,n/r)),Fr(Math.min(1,t/r))]}function $r(e){let t={binary:Vr,multiclass:Kr,regression:Zr}[e],n=t(),r=null;return{add(e){n.add(e,e.challenger),e.champion!==null&&(r??=t(),r.add(e,e.champion))},rank(e,t){(e===`challenger`?n:r)?.rank(t)},finish:()=>({challenger:n.finish(),champion:r?.finish()??null})}}function ei(e){return(1-e)/2}const ti={difference:null,lower:null,upper:null,pValue:null},ni={difference:0,lower:0,upper:0,pValue:1};function ri(e,t){let n=e.toSorted(),r=Math.max(1,Math.floor(t*(n.length+1)+1e-9)),[i,a]=[n[r-1],n[n.length-r]];return n.length>0&&Number.isFinite(n[0]+n.at(-1))?{lower:i,upper:a}:null}function ii(e,{champion:t,challenger:n},{confidence:r,alternative:i=`two-sided`}){if(e===null)return ti;let a=n.map((e,n)=>e-t[n]),o=ri(a,ei(r));if(o===null)return{...ti,difference:e};if(e===0&&a.every(e=>e===0))return ni;let s=ai(a,e=>e>=0),c=ai(a,e=>e<=0),l={less:s,greater:c,"two-sided":Math.min(1,2*Math.min(s,c))}[i];return{difference:e,...o,pValue:l}}function ai(e,t){return(e.filter(t).length+1)/(e.length+1)}const oi=.9;function si(e){return O(e)?`greater`:`less`}function ci(e,t,n){return{...n,test:t,lossPValue:li(n,si(e))}}function li({difference:e,pValue:t},n){return e===null||t===null?null:(n===`less`?e<0:e>0)?t/2:1-t/2}function ui(e){return{rows:0,terms:Array(e).fill(hr)}}function di(e,t,n){let r=[...e.terms];for(let e=0;e<t;e+=Z){let i=new Float64Array(r.length);n(i,e,Math.min(e+Z,t));for(let e=0;e<r.length;e++)r[e]=_r(r[e],i[e])}return{rows:e.rows+t,terms:r}}function fi({terms:e}){return Float64Array.from(e,vr)}function Q(e){return Number.isFinite(e)?e:null}function pi(e,t){return t===0?0:e/t}const mi={poison:0,outside:1,logLoss:2,brier:3,trueNegative:4,falseNegative:5,falsePositive:6,truePositive:7,gaps:8},hi=mi.gaps+10+1,gi=2**-52,_i=1-2**-52,vi=ui(hi);function yi(e,t,n){let{weights:r}=t;return di(e,t.scores.length,(e,i,a)=>{r===void 0?bi(e,t,{start:i,end:a,threshold:n}):xi(e,{...t,weights:r},{start:i,end:a,threshold:n})})}function bi(e,{labels:t,scores:n},{start:r,end:i,threshold:a}){let o=/* @__PURE__ */ new Float64Array(11),[s,c,l,u]=[0,0,0,0],[d,f,p]=[0,0,0];for(let e=r;e<i;e+=16){let r=Math.min(e+16,i),m=1;for(let i=e;i<r;i++){let e=t[i],r=n[i],l=r-e,h=1-e+(2*e-1)*r;m*=Math.min(Math.max(h,gi),_i),u+=l*l,s+=r-r;let g=+(r>=a);d+=e,f+=g,p+=g&e,r>=0&&r<=1?o[10*r|0]+=l:c++}l-=Math.log(m)}let m=[i-r-d-f+p,d-p,f-p,p];e.set([s,c,l,u,...m,...o])}function xi(e,{labels:t,scores:n,weights:r},i){for(let a=i.start;a<i.end;a++){let o=t[a],s=n[a],c=r[a],l=s-o,u=1-o+(2*o-1)*s;e[mi.poison]+=c<0?NaN:s-s+(c-c),c!==0&&(e[mi.logLoss]-=c*Math.log(Math.min(Math.max(u,gi),_i)),e[mi.brier]+=c*l*l,e[mi.trueNegative+o+(s>=i.threshold?2:0)]+=c,s>=0&&s<=1?e[mi.gaps+(10*s|0)]+=c*l:e[mi.outside]++)}}const Si={logLoss:null,brier:null,ece:null,accuracy:null,balancedAccuracy:null,precision:null,recall:null,f1:null,mcc:null};function Ci(e){let t=fi(e),n=Ei(t),r=Di(n);if(t[mi.poison]!==0||!(r>0))return Si;let i=t[mi.outside]===0;return{logLoss:i?Q(t[mi.logLoss]/r):null,brier:i?Q(t[mi.brier]/r):null,ece:i?Q(Oi(t)/r):null,...wi(n)}}function wi(e){let{trueNegative:t,falseNegative:n,falsePositive:r,truePositive:i}=e,a=i+n,o=t+r;return{accuracy:Q((i+t)/Di(e)),balancedAccuracy:Q((i/a+t/o)/2),precision:pi(i,i+r),recall:pi(i,a),f1:pi(2*i,2*i+r+n),mcc:Ti(e)}}function Ti({trueNegative:e,falseNegative:t,falsePositive:n,truePositive:r}){let i=r*e-n*t,a=(r+t)*(e+n),o=(r+n)*(e+t);return pi(i,Math.sqrt(a)*Math.sqrt(o))}function Ei(e){return{trueNegative:e[mi.trueNegative],falseNegative:e[mi.falseNegative],falsePositive:e[mi.falsePositive],truePositive:e[mi.truePositive]}}function Di({trueNegative:e,falseNegative:t,falsePositive:n,truePositive:r}){return e+t+n+r}function Oi(e){let t=0;for(let n=0;n<10;n++){let r=n===9?e[mi.gaps+10]:0;t+=Math.abs(e[mi.gaps+n]+r)}return t}const ki=2147483648,Ai=4294967295;function ji(e,t=Mi(e.length)){if(e.length<=512)return Pi(e);let[n,r]=[Ni(t.from,e.length),Ni(t.to,e.length)],i=Fi(n.keys,e),a=Math.ceil(i/13),o=Math.ceil(i/a);n.values.set(e);for(let t=0;t<e.length;t++)n.rows[t]=t;for(let e=0;e<a;e++)Bi(n,r,{shift:e*o,mask:2**o-1}),[n,r]=[r,n];return Hi(n),{values:n.values,rows:n.rows}}function Mi(e){let t=()=>({keys:new Uint32Array(e),values:new Float64Array(e),rows:new Uint32Array(e)});return{from:t(),to:t()}}function Ni({keys:e,values:t,rows:n},r){return{keys:e.subarray(0,r),values:t.subarray(0,r),rows:n.subarray(0,r)}}function Pi(e){let t=Uint32Array.from(e.keys()).sort((t,n)=>{let[r,i]=[e[t],e[n]];return r<i?-1:r>i?1:Number(Number.isNaN(r))-Number(Number.isNaN(i))||t-n});return{values:Float64Array.from(t,t=>e[t]),rows:t}}function Fi(e,t){let n=Li(t),[r,i]=[4294967295,0];for(let t=0;t<e.length;t++){let a=Ri(n[2*t+1],n[2*t]);e[t]=a,a<r&&(r=a),a>i&&(i=a)}(r<=1048575||i>=4293918720)&&Ii(e,t)&&(i=Ai);let a=32-Math.clz32(i-r),o=Math.min(32,13*Math.ceil(a/13))-a;for(let t=0;t<e.length;t++){let i=e[t]===Ai?0:zi(n[2*t+1],n[2*t]);e[t]=e[t]-r<<o|i>>>31-o>>>1}return a+o}function Ii(e,t){if(!t.some(Number.isNaN))return!1;for(let n=0;n<e.length;n++)Number.isNaN(t[n])&&(e[n]=Ai);return!0}function Li({buffer:e,byteOffset:t,length:n}){return new Uint32Array(e,t,2*n)}function Ri(e,t){return e<ki?(e|ki)>>>0:e===ki&&t===0?ki:~e>>>0}function zi(e,t){return e<ki||e===ki&&t===0?t:~t>>>0}function Bi(e,t,{shift:n,mask:r}){let{keys:i,values:a,rows:o}=e,{keys:s,values:c,rows:l}=t,u=new Uint32Array(r+1);for(let e=0;e<i.length;e++)u[i[e]>>>n&r]++;Vi(u);for(let e=0;e<i.length;e++){let t=i[e],d=u[t>>>n&r]++;s[d]=t,c[d]=a[e],l[d]=o[e]}}function Vi(e){let t=0;for(let n=0;n<e.length;n++){let r=e[n];e[n]=t,t+=r}}function Hi({values:e,rows:t}){let n=Li(e);for(let r=1;r<e.length;r++){if(!(e[r]<e[r-1]))continue;let i=Ui(n,r),[a,o]=[r-1,r+1];for(;a>0&&Ui(n,a-1)===i;)a--;for(;o<e.length&&Ui(n,o)===i;)o++;let s={values:e.subarray(a,o),rows:t.subarray(a,o)};o-a>32?Gi(s):Wi(s),r=o-1}}function Ui(e,t){return Ri(e[2*t+1],e[2*t])}function Wi({values:e,rows:t}){for(let n=1;n<e.length;n++){let[r,i]=[e[n],t[n]],a=n;for(;a>0&&e[a-1]>r;a--)e[a]=e[a-1],t[a]=t[a-1];e[a]=r,t[a]=i}}function Gi({values:e,rows:t}){let[n,r]=[e.slice(),t.slice()],i=Li(e),{rows:a}=ji(e.map((e,t)=>zi(i[2*t+1],i[2*t])));for(let i=0;i<a.length;i++)e[i]=n[a[i]],t[i]=r[a[i]]}function Ki({scores:e,labels:t,weights:n},r=0,i){let{values:a,rows:o}=ji(e,i),s={scores:a,labels:new Uint8Array(o.length),weights:n===void 0?void 0:new Float64Array(o.length),rows:o};for(let e=0;e<o.length;e++)s.labels[e]=t[o[e]];if(s.weights!==void 0)for(let e=0;e<o.length;e++)s.weights[e]=n[o[e]];if(r!==0)for(let e=0;e<o.length;e++)o[e]+=r;return s}function qi(e){let{rows:t,...n}=Ji(Ki(e));return{...n,places:t,isTied:Yi(n.scores)}}function Ji(e){let{scores:t,labels:n,weights:r,rows:i}=e;if(r===void 0||!r.includes(0))return e;let a=(e,t)=>r[t]!==0;return{scores:t.filter(a),labels:n.filter(a),weights:r.filter(a),rows:i.filter(a)}}function Yi(e){let t=new Uint8Array(e.length);for(let n=1;n<e.length;n++)e[n]===e[n-1]&&(t[n]=1);return t}function Xi(e){return Zi(qi(e))}function Zi({labels:e,weights:t,places:n,isTied:r}){let[i,a]=[new Float64Array(e.length),new Float64Array(e.length)];for(let n=0;n<e.length;n++){let r=e[n]===1?i:a;r[n]=t===void 0?1:t[n]}return{places:n,isTied:r,positive:i,negative:a}}function Qi(e,{positive:t,negative:n},r){let{places:i,isTied:a,positive:o,negative:s}=e,c=0,l=0,u=0,d=0,f=0,p=0;for(let e=0;e<i.length;e++){if(a[e]===0){let e=t-c,r=e+(n-l);f+=u*e/(r>0?r:1),c+=u,l+=d,p=Math.max(p,Math.abs(c*n-l*t)),u=0,d=0}let m=r[i[e]];u+=m*o[e],d+=m*s[e]}let m=u+d;return f+=u*u/(m>0?m:1),{averagePrecision:f/t,ks:p/(t*n)}}function $i({scores:e,labels:t,weights:n}){return e.map((e,r)=>(n===void 0?1:n[r])*(e-t[r]))}function ea({places:e,gaps:t},n,r){let i=0,a=ta(0,n)|0,o=0,s=0;for(let c=0;c<e.length;c++){let l=r[e[c]];for(;l>a&&i<9;)l-=a,s+=Math.abs(o+a*t[c]),o=0,a=ta(++i,n)|0;a-=l,o+=l*t[c]}return s+Math.abs(o)}function ta(e,t){return Math.floor(t/10)+ +(e<t%10)|0}function na(e,t){let n=new Float64Array(t),r=e.map(e=>ra(e,t));return e=>{for(let t of r)ia(t,e,n);return n}}function ra({slots:e,values:t},n){let r=new Uint32Array(n);for(let t=0;t<e.length;t++)r[e[t]]++;let i=Uint32Array.from(r.keys()).filter(e=>r[e]!==0);for(let e=1;e<n;e++)r[e]+=r[e-1];let a=Uint32Array.from(r,(e,t)=>t===0?0:r[t-1]),o=new Uint32Array(e.length);for(let t=0;t<e.length;t++)o[a[e[t]]++]=t;return{slots:i,ends:Uint32Array.from(i,e=>r[e]),rows:o,values:Float64Array.from(o,e=>t[e])}}function ia({slots:e,ends:t,rows:n,values:r},i,a){let o=0;for(let s=0;s<e.length;s++){let c=0;for(let e=t[s];o<e;o++)c+=i[n[o]]*r[o];a[e[s]]=c}}const aa=[1580030169,3160060337,3950075422,4213413783,4279248374,4292415292,4294609778,4294923276,4294962463,4294966817,4294967253,4294967292],oa=1023,sa=2**22,ca=Uint8Array.from({length:1024},(e,t)=>{let n=fa(t*sa);return n===fa((t+1)*sa-1)?n:128});function la(e,{seed:t,group:n},r){let i={seed:t,stream:1886349683},a=/* @__PURE__ */ new Int32Array(2),o=e.length;for(let s=0;s<o;s++)Qe(i,{low:e[s],high:n},a),(ua(a[0],r,s,o)|ua(a[1],r,s+3*o,o))>=128&&da(r.subarray(s),a,{row:e[s],step:o,seed:t,group:n})}function ua(e,t,n,r){let i=ca[e&oa],a=ca[e>>>10&oa],o=ca[e>>>20&oa];return t[n]=i,t[n+r]=a,t[n+2*r]=o,i|a|o}function da(e,t,{row:n,step:r,seed:i,group:a}){let o=/* @__PURE__ */ new Int32Array(2);for(let s=0;s<6;s++){if(e[s*r]!==128)continue;let c=t[s<3?0:1]>>>s%3*10&oa;Qe({seed:i,stream:1919251316},{low:n,high:6*a+s},o),e[s*r]=fa(c*sa+(o[0]>>>10))}}function fa(e){let t=0;for(;t<aa.length&&e>=aa[t];)t++;return t}function pa(e,{replicates:t,seed:n},r){let i=new Uint8Array(6*e.length),a=Array.from({length:6},(t,n)=>i.subarray(n*e.length,(n+1)*e.length));for(let o=0;o<t;o++)o%6==0&&la(e,{seed:n,group:o/6},i),r(a[o%6],o)}function ma(e,t,n){let r=[];return pa(e,t,e=>r.push(n(e))),{champion:ha(r.map(({champion:e})=>e)),challenger:ha(r.map(({challenger:e})=>e))}}function ha(e){let t=Object.keys(e[0]??{}),n=t=>Float64Array.from(e,e=>e[t]??NaN);return Object.fromEntries(t.map(e=>[e,n(e)]))}function ga(e){return e>=0&&e<=1?10*e|0:0}function _a(e){let t=0;for(let n=0;n<10;n++)t+=Math.abs(e[n]+(n===9?e[10]:0));return t}const va={cells:0,gaps:{champion:8,challenger:19},rows:30,size:31};function ya(e,t,n){let r=na(ba(e,t),va.size),i={champion:xa(e,`champion`),challenger:xa(e,`challenger`)};return ma(e.rows,n,e=>{let t=r(e),n=n=>({...Sa(t,n),...Ca(i[n],{sums:t,counts:e})});return{champion:n(`champion`),challenger:n(`challenger`)}})}function ba(e,t){let{labels:n,weights:r,champion:i,challenger:a}=e,o=e=>r===void 0?1:r[e],s=(e,t)=>({slots:Uint32Array.from(n,(t,n)=>e(n)),values:Float64Array.from(n,(e,n)=>t(n))}),c=t=>s(n=>va.gaps[t]+ga(e[t][n]),r=>o(r)*(e[t][r]-n[r])),l=e=>4*n[e]+(i[e]>=t?2:0)+ +(a[e]>=t),u=s(()=>va.rows,e=>o(e)===0?0:1);return[s(e=>va.cells+l(e),o),c(`champion`),c(`challenger`),u]}function xa({labels:e,weights:t,...n},r){let i=qi({labels:e,scores:n[r],weights:t});return{...Zi(i),gaps:$i(i)}}function Sa(e,t){let n={champion:2,challenger:1}[t],r=[...e.subarray(va.cells,va.cells+8)],i=(e,t)=>r.reduce((r,i,a)=>a>>2===e&&(a&n)!==0===t?r+i:r,0),a=wi({trueNegative:i(0,!1),falseNegative:i(1,!1),falsePositive:i(0,!0),truePositive:i(1,!0)}),o=e.subarray(va.gaps[t],va.gaps[t]+11);return{...a,ece:_a(o)/r.reduce((e,t)=>e+t,0)}}function Ca(e,{sums:t,counts:n}){let r=t[0]+t[1]+t[2]+t[3],i=t[4]+t[5]+t[6]+t[7],a=ea(e,t[va.rows],n);return{...Qi(e,{positive:i,negative:r},n),eceEqualMass:a/(i+r)}}const $={poison:0,outside:1,weight:2,logLoss:3,top3:4,gaps:5,classes:16},wa=2**-52,Ta=1-2**-52;function Ea(e){return ui($.classes+3*e)}function Da(e,t){return di(e,t.labels.length,(e,n,r)=>{for(let i=n;i<r;i++)Oa(e,t,i)})}function Oa(e,{labels:t,scores:n,classes:r,weights:i},a){let o=a*r,s=t[a],c=i===void 0?1:i[a],l=!1;for(let t=o;t<o+r;t++){let r=n[t];e[$.poison]+=r-r,(r<0||r>1)&&(l=!0)}if(e[$.poison]+=c<0?NaN:c-c,c===0)return;l&&e[$.outside]++;let u=Gr(n,o,r),d=+(u===s),f=n[o+s],p=n[o+u];e[$.weight]+=c,e[$.logLoss]-=c*Math.log(Math.min(Math.max(f,wa),Ta)),ka(n,{start:o,label:s,classes:r})&&(e[$.top3]+=c),p>=0&&p<=1&&(e[$.gaps+(10*p|0)]+=c*(p-d)),e[$.classes+s]+=c,e[$.classes+r+u]+=c,e[$.classes+2*r+s]+=c*d}function ka(e,{start:t,label:n,classes:r}){let i=e[t+n],a=0;for(let o=0;o<r;o++){let r=e[t+o];(r>i||r===i&&o>n)&&a++}return a<3}const Aa={accuracy:null,balancedAccuracy:null,macroF1:null,weightedF1:null,logLoss:null,top3Accuracy:null,kappa:null,ece:null};function ja(e){let t=fi(e),n=t[$.weight];if(t[$.poison]!==0||!(n>0))return Aa;let r=t[$.outside]===0,i=(t.length-$.classes)/3,a=e=>t.subarray($.classes+e*i,$.classes+(e+1)*i);return{...Ma({actual:a(0),predicted:a(1),right:a(2)}),logLoss:r?Q(t[$.logLoss]/n):null,top3Accuracy:t[$.top3]/n,ece:r?Q(Na(t)/n):null}}function Ma({actual:e,predicted:t,right:n}){let r=[...e.keys()],i=Pa(e),a=Pa(n),o=r.filter(t=>e[t]>0),s=r.filter(n=>e[n]+t[n]>0),c=r=>pi(2*n[r],e[r]+t[r]),l=r.reduce((n,r)=>n+e[r]*t[r]/i,0);return{accuracy:Q(a/i),balancedAccuracy:o.length<2?null:Q(Fa(o.map(t=>n[t]/e[t]))),macroF1:Q(Fa(s.map(c))),weightedF1:Q(r.reduce((t,n)=>t+e[n]*c(n),0)/i),kappa:s.length<2?null:Q(1-(i-a)/(i-l))}}function Na(e){let t=0;for(let n=0;n<10;n++){let r=n===9?e[$.gaps+10]:0;t+=Math.abs(e[$.gaps+n]+r)}return t}function Pa(e){return e.reduce((e,t)=>e+t,0)}function Fa(e){return e.reduce((e,t)=>e+t,0)/e.length}const Ia={tiedScore:NaN,tiedPositive:0,tiedNegative:0,positive:0,positiveRest:0,negative:0,negativeRest:0,area:0,precisions:0,farthest:0},La={scores:Float64Array.of(NaN),labels:/* @__PURE__ */ new Uint8Array(1),rows:/* @__PURE__ */ new Uint32Array(1)};function Ra(e){let t=Ia;return{add(n){t=za(t,n,e)},metrics(){let{area:n,precisions:r,farthest:i}=za(t,La,e),a=e.positive*e.negative;return{auc:Q(n/a),averagePrecision:Q(r/e.positive),ks:Q(i/a)}}}}function za(e,{scores:t,labels:n,weights:r},i){let{positive:a,negative:o}=i,{tiedScore:s,tiedPositive:c,tiedNegative:l,positive:u,positiveRest:d,negative:f,negativeRest:p}=e,{area:m,precisions:h,farthest:g}=e;for(let e=0;e<t.length;e++){let i=r===void 0?1:r[e];if(i!==0){if(t[e]!==s){m+=c*(f+p+l/2);let n=a-u-d,r=n+(o-f-p);h+=c*n/(r===0?1:r);let i=u+c;d+=c-(i-u),u=i;let _=f+l;p+=l-(_-f),f=_;let v=Math.abs(u*o-f*a);v>g&&(g=v),s=t[e],c=0,l=0}c+=n[e]*i,l+=(1-n[e])*i}}return{tiedScore:s,tiedPositive:c,tiedNegative:l,positive:u,positiveRest:d,negative:f,negativeRest:p,area:m,precisions:h,farthest:g}}function Ba(e){let t=0,n=Va(0,e),r=0,i=0;function a({scores:e,labels:i,weights:a}){for(let s=0;s<e.length;){for(;!(n>0)&&t<9;)o();let c=t<9?n:1/0,[l,u,d]=[r,0,s];for(;d<e.length&&u<c;d++){let t=a===void 0?1:a[d];l+=t===0?0:t*(e[d]-i[d]),t!==0&&u++}r=l,n-=u,s=d}}function o(){i+=Math.abs(r),r=0,n=Va(++t,e)}return{add:a,gap:()=>i+Math.abs(r)}}function Va(e,t){return Math.floor(t/10)+ +(e<t%10)}const Ha={auc:null,averagePrecision:null,ks:null,eceEqualMass:null};function Ua(e){let t=Ba(e.rows),n=Ra(e),r=!0,i=!0;return{add:e=>{let{poison:a,outside:o}=Wa(e);a!==0&&(r=!1),o>0&&(i=!1),n.add(e),t.add(e)},metrics:()=>{if(!r||!(e.rows>0))return Ha;let a=e.positive+e.negative;return{...n.metrics(),eceEqualMass:i?Q(t.gap()/a):null}}}}function Wa({scores:e,weights:t}){let[n,r]=[0,0];for(let i=0;i<e.length;i++){let a=e[i],o=t===void 0?1:t[i];o!==0&&(n+=a-a+(o<0?NaN:o-o),(a<0||a>1)&&r++)}return{poison:n,outside:r}}function Ga(e,t){let n=Ua(Ka(e));return n.add(Ki(e)),{...Ci(yi(vi,e,t)),...n.metrics()}}function Ka({labels:e,weights:t}){let[n,r,i]=[0,0,0];for(let a=0;a<e.length;a++){let o=t===void 0?1:t[a];e[a]===1?n+=o:r+=o,o!==0&&i++}return{positive:n,negative:r,rows:i}}function qa(e){let t=Array.from({length:e.classes},(t,n)=>Xa(Ja(e,n)));return{...ja(Da(Ea(e.classes),e)),aucMacro:Ya(t)}}function Ja({labels:e,scores:t,classes:n,weights:r},i){return{labels:Uint8Array.from(e,e=>+(e===i)),scores:Float64Array.from(e,(e,r)=>t[r*n+i]),weights:r}}function Ya(e){let t=0;for(let n of e){if(n===null)return null;t+=n}return e.length===0?null:t/e.length}function Xa(e){let t=Ua(Ka(e));return t.add(Ki(e)),t.metrics().auc}function Za(e,t){let{places:n,isTied:r,positive:i,negative:a}=e,o=0,s=0,c=0,l=0,u=0;for(let e=0;e<n.length;e++){r[e]===0&&(o+=l*(c+u/2),s+=l,c+=u,l=0,u=0);let d=t[n[e]];l+=d*i[e],u+=d*a[e]}return o+=l*(c+u/2),o/((s+l)*(c+u))}function Qa(e,t,n){let r=na(to(e,t),t+2*$a(t)),i={champion:ro(e,t,`champion`),challenger:ro(e,t,`challenger`)};return ma(e.rows,n,e=>{let n=r(e),a=r=>({...io(n,t,r),aucMacro:i[r].reduce((t,n)=>t+Za(n,e),0)/t});return{champion:a(`champion`),challenger:a(`challenger`)}})}function $a(e){return 2*e+1+11}function eo(e,t){return t+(e===`champion`?0:$a(t))}function to(e,t){let{labels:n,weights:r}=e,i=r??new Float64Array(n.length).fill(1),a=r=>no({labels:n,weights:i,scores:e[r],classes:t},eo(r,t));return[{slots:n,values:i},...a(`champion`),...a(`challenger`)]}function no({labels:e,weights:t,scores:n,classes:r},i){let a=e.map((e,t)=>Gr(n,t*r,r)),o=e=>n[e*r+a[e]],s=t=>+(a[t]===e[t]),c=t=>ka(n,{start:t*r,label:e[t],classes:r}),l=(n,r)=>({slots:e.map((e,t)=>i+n(t)),values:t.map((e,t)=>r(t))});return[{slots:a.map(e=>i+e),values:t},l(t=>r+e[t],e=>t[e]*s(e)),l(()=>2*r,e=>c(e)?t[e]:0),l(e=>2*r+1+ga(o(e)),e=>t[e]*(o(e)-s(e)))]}function ro(e,t,n){let r={labels:e.labels,scores:e[n],classes:t,weights:e.weights};return Array.from({length:t},(e,t)=>Xi(Ja(r,t)))}function io(e,t,n){let r=eo(n,t),i=e.subarray(0,t),a=i.reduce((e,t)=>e+t,0),o=e.subarray(r+2*t+1,r+$a(t));return{...Ma({actual:i,predicted:e.subarray(r,r+t),right:e.subarray(r+t,r+2*t)}),top3Accuracy:e[r+2*t]/a,ece:_a(o)/a}}function ao({scores:e,weights:t,places:n},r,i){let a=r/2,o=0,s=NaN;for(let r=0;r<n.length;r++){let c=t===void 0?i[n[r]]:i[n[r]]*t[r];if(c!==0){if(!Number.isNaN(s))return s+(e[r]-s)/2;if(o+=c,o>=a&&(s=e[r],o-a>2**-52))return s}}return s}const oo={weight:0,label:1,square:2,champion:3,challenger:4,size:5};function so(e,t){let n=na(co(e),oo.size),r={champion:lo(e,`champion`),challenger:lo(e,`challenger`)};return ma(e.rows,t,e=>{let t=n(e),i=n=>({...uo(t,n),medianAbsoluteError:ao(r[n],t[oo.weight],e)});return{champion:i(`champion`),challenger:i(`challenger`)}})}function co({labels:e,champion:t,challenger:n,weights:r}){let i=e[0]??NaN,a=(t,n)=>({slots:new Uint32Array(e.length).fill(t),values:Float64Array.from(e,(e,t)=>(r===void 0?1:r[t])*n(t))});return[a(oo.weight,()=>1),a(oo.label,t=>e[t]-i),a(oo.square,t=>(e[t]-i)**2),a(oo.champion,n=>(t[n]-e[n])**2),a(oo.challenger,t=>(n[t]-e[t])**2)]}function lo({labels:e,weights:t,...n},r){return qi({scores:n[r].map((t,n)=>Math.abs(t-e[n])),labels:new Uint8Array(e.length),weights:t})}function uo(e,t){let n=e[oo.weight],r=e[oo[t]],i=e[oo.square]-e[oo.label]**2/n,a=i>0?1-r/i:Number(r===0);return{rmse:Math.sqrt(r/n),r2:Number.isFinite(i)?a:null}}const fo={rows:0,weight:0n,first:0n,second:0n,within:0n,nonFinite:0};function po(e,{values:t,weights:n}){let r=e;for(let e=0;e<t.length;e+=Z){let i=Math.min(e+Z,t.length),a=n===void 0?go(t,e,i):_o(t,n,e,i);r=mo(r,a)}return r}function mo(e,t){return{rows:e.rows+t.rows,weight:e.weight+t.weight,first:e.first+t.first,second:e.second+t.second,within:e.within+t.within,nonFinite:e.nonFinite+t.nonFinite}}function ho({rows:e,weight:t,first:n,second:r,within:i,nonFinite:a}){if(Number.isNaN(a)||a!==0)return{rows:e,weight:NaN,mean:NaN,squares:NaN};if(t===0n)return null;let o=(r*t-n*n)/t;return{rows:e,weight:Sr(t,gr),mean:yo(n,t),squares:Sr((i<<2n*gr)+o,3n*gr)}}function go(e,t,n){let r=n-t,i=e[t],a=0;for(let r=t;r<n;r++)a+=e[r]-i;let o=i+a/r,s=0;for(let r=t;r<n;r++)s+=(e[r]-o)**2;return vo({rows:r,weight:r,mean:o,within:s})}function _o(e,t,n,r){let i=e[n],a=0,o=0,s=0;for(let c=n;c<r;c++){let n=t[c];a+=n,o+=n*(e[c]-i),n!==0&&s++}let c=a===0?0:i+o/a,l=0;for(let i=n;i<r;i++)l+=t[i]*(e[i]-c)**2;return vo({rows:s,weight:a,mean:c,within:l})}function vo({rows:e,weight:t,mean:n,within:r}){let i=t+n+r;if(!Number.isFinite(i))return{...fo,rows:e,nonFinite:i};let a=xr(t)*xr(n);return{rows:e,weight:xr(t),first:a,second:a*xr(n),within:xr(r),nonFinite:0}}function yo(e,t){return Sr((e<<64n)/t,1138n)}const bo={poison:0,weight:1,squares:2,absolute:3,relative:4},xo=2**-52,So={errors:ui(5),labels:fo};function Co({errors:e,labels:t},n){return{errors:di(e,n.labels.length,(e,t,r)=>Eo(e,n,{start:t,end:r})),labels:po(t,{values:n.labels,weights:n.weights})}}function wo({errors:e,labels:t}){let n=fi(e),r=n[bo.weight];return n[bo.poison]!==0||!(r>0)?{rmse:null,mae:null,mape:null,r2:null}:{rmse:Q(Math.sqrt(n[bo.squares]/r)),mae:Q(n[bo.absolute]/r),mape:Q(n[bo.relative]/r),r2:To(n[bo.squares],t)}}function To(e,t){let n=ho(t);return n===null||n.rows<2?null:n.squares===0?+(e===0):Q(1-e/n.squares)}function Eo(e,{labels:t,predictions:n,weights:r},{start:i,end:a}){let[o,s,c,l,u]=[0,0,0,0,0];for(let e=i;e<a;e++){let i=t[e],a=n[e],d=r===void 0?1:r[e],f=a-i,p=Math.abs(f);o+=a-a+(i-i)+(d-d)+(d<0?NaN:0),s+=d,c+=d*f*f,l+=d*p,u+=p/Math.max(Math.abs(i),xo)*d}e.set([o,s,c,l,u])}function Do(e){let t=e/2,n=0,r=null,i=null,a=!0;return{add:(e,o)=>{for(let s=0;s<e.length;s++){let c=e[s];c-c!==0&&(a=!1);let l=o===void 0?1:o[s];l!==0&&(r!==null&&i===null&&(i=c),n+=l,r!==null||n<t||(r=c,n-t>2**-52&&(i=c)))}},median:()=>a&&r!==null?Q(r+((i??r)-r)/2):null}}function Oo(e){let t=wo(Co(So,e));return{...t,medianAbsoluteError:t.mae===null?null:Ao(e)}}function ko({labels:e,predictions:t}){return t.map((t,n)=>Math.abs(t-e[n]))}function Ao(e){let t=ji(ko(e)),{weights:n}=e,r=Do(n===void 0?t.values.length:n.reduce((e,t)=>e+t,0));return r.add(t.values,n===void 0?void 0:Float64Array.from(t.rows,e=>n[e])),r.median()}function jo(e,t,n){let r={replicates:n,seed:t.seed};switch(t.evaluation.task){case`binary`:return Mo(e,t.evaluation.threshold,r);case`multiclass`:return No(e,r);case`regression`:return Po(e,r)}}function Mo({rows:e,places:t},n,r){let i=new Uint8Array(e.labels),a=ya({...e,labels:i,rows:t},n,r);return{values:Fo(t=>Ga({labels:i,scores:e[t],weights:e.weights},n)),replicates:a}}function No({rows:e,places:t},n){let{weights:r,width:i}=e,a=new Uint32Array(e.labels),o=Qa({...e,labels:a,rows:t},i,n);return{values:Fo(t=>qa({labels:a,scores:e[t],classes:i,weights:r})),replicates:o}}function Po({rows:e,places:t},n){let{labels:r,weights:i}=e,a=so({...e,rows:t},n);return{values:Fo(t=>Oo({labels:r,predictions:e[t],weights:i})),replicates:a}}function Fo(e){return{champion:e(`champion`),challenger:e(`challenger`)}}function Io({width:e,hasWeights:t,hasChampion:n}){let r=[1,...t?[1]:[],e,...n?[e]:[]];return r.map((e,t)=>({before:Uo(r.slice(0,t)),width:e}))}function Lo({width:e,hasWeights:t,hasChampion:n}){return 1+ +!!t+e*(n?2:1)}function Ro({width:e,weights:t,champion:n}){return{width:e,hasWeights:t!==void 0,hasChampion:n!==null}}function zo(e){let t=new Float64Array(e.rows*Lo(Ro(e)));return Bo(t,e),t}function Bo(e,{labels:t,weights:n,challenger:r,champion:i}){let a=0;for(let o of[t,n,r,i])o!=null&&(e.set(o,a),a+=o.length)}function Vo(e,t){let n=e.length/Lo(t),[r,...i]=Io(t).map(({before:t,width:r})=>e.subarray(t*n,(t+r)*n)),a=t.hasWeights?i.shift():void 0,[o,s=null]=i;return{rows:n,labels:r,weights:a,challenger:o,champion:s,width:t.width}}function Ho(e){let t=Ro(e[0]),n=Uo(e.map(e=>e.rows)),r=Vo(new Float64Array(n*Lo(t)),t),i=0;for(let n of e)r.labels.set(n.labels,i),r.weights?.set(n.weights,i),r.challenger.set(n.challenger,i*t.width),r.champion?.set(n.champion,i*t.width),i+=n.rows;return r}function Uo(e){return e.reduce((e,t)=>e+t,0)}function Wo(){let e=/* @__PURE__ */ new Float64Array;return t=>(e.length<t&&(e=new Float64Array(t)),e.subarray(0,t))}function Go(e,t,n=Wo()){let r=Ko(t),i=Ro(e),a=Vo(n(r.length*Lo(i)),i);return qo(e.labels,r,a.labels),a.weights!==void 0&&qo(e.weights,r,a.weights),qo(e.challenger,r,a.challenger),a.champion!==null&&qo(e.champion,r,a.champion),a}function Ko(e){let t=0;for(let n=0;n<e.length;n++)t+=e[n];let n=new Uint32Array(t),r=0;for(let i=0;i<e.length&&r<t;i++)e[i]===1&&(n[r++]=i);return n}function qo(e,t,n){let r=n.length/t.length;if(r===1)for(let r=0;r<t.length;r++)n[r]=e[t[r]];else for(let i=0;i<t.length;i++)n.set(e.subarray(t[i]*r,(t[i]+1)*r),i*r)}const Jo=2**22;function Yo(e){let t=[],n=[],r=0;for(let i of e.parts(65536)){let a=Zo(r,{rows:i.rows,share:Xo(i)/e.rows()});for(let e=0;e<i.rows;e++)a[e]===1&&n.push(r+e);t.push(Go(i,a)),r+=i.rows}return t.length===0?null:{rows:Ho(t),places:new Uint32Array(n)}}function Xo({width:e}){return Math.min(16384,Math.floor(Jo/(1+2*e)))}function Zo(e,{rows:t,share:n}){let r=new Uint8Array(t);for(let i=0;i<t;i++)Qo(e+i,n)&&(r[i]=1);return r}function Qo(e,t){return t>=1||$o(e)<t*2**32}function $o(e){let t=Math.imul(e^e>>>16,569420461),n=Math.imul(t^t>>>15,1935289751);return(n^n>>>15)>>>0}function es(e,t,n){let r=Yo(t);if(r===null||r.rows.champion===null)return{};let{replicates:i,values:a}=jo({...r,rows:r.rows},n,1e3),o=Math.sqrt(r.places.length/t.rows()),s=Object.keys(i.challenger).filter(t=>!(t in e.comparisons)).map(t=>[t,ts(t,{quality:e,replicates:i,values:a,scale:o})]);return Object.fromEntries(s)}function ts(e,{quality:t,replicates:n,values:r,scale:i}){let a=ns(t.challenger[e],t.champion?.[e]),o=ns(r.challenger[e],r.champion[e]),s=n.champion[e].map(e=>i*e),c=a===null||o===null?NaN:a-i*o,l=n.challenger[e].map(e=>i*e+c),u=e=>ii(a,{champion:s,challenger:l},{confidence:oi,alternative:e});return{...u(`two-sided`),test:`bootstrap`,lossPValue:u(si(e)).pValue}}function ns(e,t){return typeof e==`number`&&typeof t==`number`?e-t:null}
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var rs=/* @__PURE__ */ n(((e,t)=>{var n=re(),r=J(),i=ze();function a(e,t,a){var o,s;return i(e)||i(t)||i(a)||a<0?NaN:a===0?e<t?0:1:(o=a*r(2),s=e-t,.5*n(-s/o))}t.exports=a})),is=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=ze();function r(e,t){return n(e)||n(t)?NaN:e<t?0:1}t.exports=r})),as=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=be(),r=ze();function i(e){return r(e)?n(NaN):t;function t(t){return r(t)?NaN:t<e?0:1}}t.exports=i})),os=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=Ie(),r=is();n(r,`factory`,as()),t.exports=r})),ss=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=be(),r=os().factory,i=ze(),a=J(),o=re();function s(e,t){var s;return i(e)||i(t)||t<0?n(NaN):t===0?r(e):(s=t*a(2),c);function c(t){var n;return i(t)?NaN:(n=t-e,.5*o(-n/s))}}t.exports=s})),cs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=Ie(),r=rs();n(r,`factory`,ss()),t.exports=r})),ls=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.0005087819496582806:(t=e<0?-e:e,t<=1?(n=-.0005087819496582806+e*(-.008368748197417368+e*(.03348066254097446+e*(-.012692614766297404+e*(-.03656379714117627+e*(.02198786811111689+e*(.008226878746769157+e*(-.005387729650712429+e*(0+e*0)))))))),r=1+e*(-.9700050433032906+e*(-1.5657455823417585+e*(1.5622155839842302+e*(.662328840472003+e*(-.7122890234154284+e*(-.05273963823400997+e*(.07952836873415717+e*(-.0023339375937419+e*.0008862163904564247))))))))):(e=1/e,n=0+e*(0+e*(-.005387729650712429+e*(.008226878746769157+e*(.02198786811111689+e*(-.03656379714117627+e*(-.012692614766297404+e*(.03348066254097446+e*(-.008368748197417368+e*-.0005087819496582806)))))))),r=.0008862163904564247+e*(-.0023339375937419+e*(.07952836873415717+e*(-.05273963823400997+e*(-.7122890234154284+e*(.662328840472003+e*(1.5622155839842302+e*(-1.5657455823417585+e*(-.9700050433032906+e*1))))))))),n/r)}t.exports=n})),us=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.20243350835593876:(t=e<0?-e:e,t<=1?(n=-.20243350835593876+e*(.10526468069939171+e*(8.3705032834312+e*(17.644729840837403+e*(-18.851064805871424+e*(-44.6382324441787+e*(17.445385985570866+e*(21.12946554483405+e*-3.6719225470772936))))))),r=1+e*(6.242641248542475+e*(3.971343795334387+e*(-28.66081804998+e*(-20.14326346804852+e*(48.560921310873994+e*(10.826866735546016+e*(-22.643693341313973+e*1.7211476576120028)))))))):(e=1/e,n=-3.6719225470772936+e*(21.12946554483405+e*(17.445385985570866+e*(-44.6382324441787+e*(-18.851064805871424+e*(17.644729840837403+e*(8.3705032834312+e*(.10526468069939171+e*-.20243350835593876))))))),r=1.7211476576120028+e*(-22.643693341313973+e*(10.826866735546016+e*(48.560921310873994+e*(-20.14326346804852+e*(-28.66081804998+e*(3.971343795334387+e*(6.242641248542475+e*1)))))))),n/r)}t.exports=n})),ds=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.1311027816799519:(t=e<0?-e:e,t<=1?(n=-.1311027816799519+e*(-.16379404719331705+e*(.11703015634199525+e*(.38707973897260434+e*(.3377855389120359+e*(.14286953440815717+e*(.029015791000532906+e*(.0021455899538880526+e*(-6.794655751811263e-7+e*(2.8522533178221704e-8+e*-681149956853777e-24))))))))),r=1+e*(3.4662540724256723+e*(5.381683457070069+e*(4.778465929458438+e*(2.5930192162362027+e*(.848854343457902+e*(.15226433829533179+e*(.011059242293464892+e*(0+e*(0+e*0)))))))))):(e=1/e,n=-681149956853777e-24+e*(2.8522533178221704e-8+e*(-6.794655751811263e-7+e*(.0021455899538880526+e*(.029015791000532906+e*(.14286953440815717+e*(.3377855389120359+e*(.38707973897260434+e*(.11703015634199525+e*(-.16379404719331705+e*-.1311027816799519))))))))),r=0+e*(0+e*(0+e*(.011059242293464892+e*(.15226433829533179+e*(.848854343457902+e*(2.5930192162362027+e*(4.778465929458438+e*(5.381683457070069+e*(3.4662540724256723+e*1)))))))))),n/r)}t.exports=n})),fs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.0350353787183178:(t=e<0?-e:e,t<=1?(n=-.0350353787183178+e*(-.0022242652921344794+e*(.018557330651423107+e*(.009508047013259196+e*(.0018712349281955923+e*(.00015754461742496055+e*(460469890584318e-20+e*(-2304047769118826e-25+e*26633922742578204e-28))))))),r=1+e*(1.3653349817554064+e*(.7620591645536234+e*(.22009110576413124+e*(.03415891436709477+e*(.00263861676657016+e*(7646752923027944e-20+e*(0+e*0)))))))):(e=1/e,n=26633922742578204e-28+e*(-2304047769118826e-25+e*(460469890584318e-20+e*(.00015754461742496055+e*(.0018712349281955923+e*(.009508047013259196+e*(.018557330651423107+e*(-.0022242652921344794+e*-.0350353787183178))))))),r=0+e*(0+e*(7646752923027944e-20+e*(.00263861676657016+e*(.03415891436709477+e*(.22009110576413124+e*(.7620591645536234+e*(1.3653349817554064+e*1)))))))),n/r)}t.exports=n})),ps=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.016743100507663373:(t=e<0?-e:e,t<=1?(n=-.016743100507663373+e*(-.0011295143874558028+e*(.001056288621524929+e*(.00020938631748758808+e*(14962478375834237e-21+e*(4.4969678992770644e-7+e*(4.625961635228786e-9+e*(-2811287356288318e-29+e*9905570997331033e-32))))))),r=1+e*(.5914293448864175+e*(.1381518657490833+e*(.016074608709367652+e*(.0009640118070051656+e*(27533547476472603e-21+e*(2.82243172016108e-7+e*(0+e*0)))))))):(e=1/e,n=9905570997331033e-32+e*(-2811287356288318e-29+e*(4.625961635228786e-9+e*(4.4969678992770644e-7+e*(14962478375834237e-21+e*(.00020938631748758808+e*(.001056288621524929+e*(-.0011295143874558028+e*-.016743100507663373))))))),r=0+e*(0+e*(2.82243172016108e-7+e*(27533547476472603e-21+e*(.0009640118070051656+e*(.016074608709367652+e*(.1381518657490833+e*(.5914293448864175+e*1)))))))),n/r)}t.exports=n})),ms=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_48_0/boost/math/special_functions/detail/erf_inv.hpp}. This implementation follows the original, but has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=ze(),r=J(),i=H(),a=Se(),o=V(),s=ls(),c=us(),l=ds(),u=fs(),d=ps(),f=.08913147449493408,p=2.249481201171875,m=.807220458984375,h=.9399557113647461,g=.9836282730102539;function _(e){var t,_,v,y,b,x;return n(e)?NaN:e===1?a:e===-1?o:e===0?e:e>1||e<-1?NaN:(e<0?(t=-1,_=-e):(t=1,_=e),y=1-_,_<=.5?(b=_*(_+10),x=s(_),t*(b*f+b*x)):y>=.25?(b=r(-2*i(y)),y-=.25,x=c(y),t*(b/(p+x))):(y=r(-i(y)),y<3?(v=y-1.125,x=l(v),t*(m*y+x*y)):y<6?(v=y-3,x=u(v),t*(h*y+x*y)):(v=y-6,x=d(v),t*(g*y+x*y))))}t.exports=_})),hs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
t.exports=ms()})),gs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=hs(),r=ze(),i=J();function a(e,t,a){var o,s;return r(t)||r(a)||r(e)||a<0||e<0||e>1?NaN:a===0?t:(o=t,s=a*i(2),o+s*n(2*e-1))}t.exports=a})),_s=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=ze();function r(e,t){return n(e)||e<0||e>1?NaN:t}t.exports=r})),vs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=be(),r=ze();function i(e){return r(e)?n(NaN):t;function t(t){return r(t)||t<0||t>1?NaN:e}}t.exports=i})),ys=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=Ie(),r=_s();n(r,`factory`,vs()),t.exports=r})),bs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=be(),r=ys().factory,i=hs(),a=ze(),o=J();function s(e,t){var s,c;return a(e)||a(t)||t<0?n(NaN):(t===0&&r(e),s=e,c=t*o(2),l);function l(e){return a(e)||e<0||e>1?NaN:s+c*i(2*e-1)}}t.exports=s})),xs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=Ie(),r=gs();n(r,`factory`,bs()),t.exports=r})),Ss=/* @__PURE__ */ e(cs(),1),Cs=/* @__PURE__ */ e(xs(),1);const ws=Math.sqrt(2*Math.PI);function Ts(e){return(0,Ss.default)(e,0,1)}function Es(e){return e>.5?-Es(1-e):e>0?e>=1e-4?(0,Cs.default)(e,0,1):Os(Math.log(e)):e===0?-1/0:NaN}function Ds(e,t){return t===`less`?Ts(e):t===`greater`?Ts(-e):Math.min(1,2*Ts(-Math.abs(e)))}function Os(e){let t=-Math.sqrt(-2*e);for(let n=0;n<12;n++){let n=Ts(t);if(n===0)return t;let r=Math.exp(-t*t/2)/ws,i=(Math.log(n)-e)*n/r;if(t-=i,Math.abs(i)<=Math.abs(t)*2**-52)break}return t}function ks({standardError:e,rows:t},n){let r=(Es(.95)+Es(.8))*e,i=Math.max(1,Math.ceil(t*(r/n)**2));return n>0&&e>=0&&Number.isFinite(i)?i:null}function As({champion:e,lower:t,upper:n},{maxLoss:r,maxLossRatio:i},a){if(e===null||t===null||n===null)return null;let o=[r,i===void 0?void 0:i*Math.abs(e)],s=Math.min(...o.filter(e=>e!==void 0)),c=(n-t)/2/-Es(ei(oi));return Number.isFinite(s)?ks({standardError:c,rows:a},s):null}function js({quality:e},t){return e?.metrics?.[t]??{}}function Ms(e,t){let n=-Es(ei(t)),r=t=>Ps(e,t);return{lower:Ns(r,n),upper:Ns(r,-n)}}function Ns(e,t){let[n,r]=[-1,1];for(let i=0;i<60;i++){let i=(n+r)/2;e(i)>t?n=i:r=i}return(n+r)/2}function Ps({rows:e,championOnly:t,challengerOnly:n},r){let i=2*e,a=-n-t+(2*e-n+t)*r,o=-t*r*(1-r),s=Math.sqrt(Math.max(0,a*a-4*i*o)),c=e*(2*(a<=0?(s-a)/(2*i):-2*o/(s+a))+r*(1-r)),l=n-t-e*r;return c>0?l/Math.sqrt(c):l*(1/0)}function Fs(e,{confidence:t,alternative:n=`two-sided`}){let{rows:r,championOnly:i,challengerOnly:a}=e;if(r===0)return ti;let o=i+a;if(o===0)return ni;let s={trials:o,probability:.5},c=Ve(a,s),l=Ve(i,s),u={less:c,greater:l,"two-sided":Math.min(1,2*Math.min(c,l))}[n];return{difference:(a-i)/r,...Ms(e,t),pValue:u}}const Is={byWeight:fo,bySquare:null};function Ls({byWeight:e,bySquare:t},{values:n,weights:r}){let i=po(e,{values:n,weights:r});if(r===void 0)return{byWeight:i,bySquare:t};let a=r.map(e=>e*e);return{byWeight:i,bySquare:po(t??fo,{values:n,weights:a})}}function Rs({byWeight:e,bySquare:t}){let n=ho(e);if(n===null)return null;let{rows:r,weight:i,mean:a}=n,o=t===null?n:ho(t);if(o===null)return null;let s=o.mean-a;return{rows:r,mean:a,variance:(o.squares+o.weight*s*s)*(r/(r-1))/(i*i)}}
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var zs=/* @__PURE__ */ n(((e,t)=>{var n=Ue(),r=ze(),i=he();function a(e,t){var a,o,s;return r(e)||r(t)||t<=0?NaN:e===0?.5:(a=i(e,2),t>2*a?(s=a/(t+a),o=n(s,.5,t/2,!0,!0)/2):(s=t/(t+a),o=n(s,t/2,.5,!0,!1)/2),e>0?1-o:o)}t.exports=a})),Bs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=be(),r=Ue(),i=ze(),a=he();function o(e){return i(e)||e<=0?n(NaN):t;function t(t){var n,o,s;return i(t)?NaN:t===0?.5:(n=a(t,2),e>2*n?(s=n/(e+n),o=r(s,.5,e/2,!0,!0)/2):(s=e/(e+n),o=r(s,e/2,.5,!0,!1)/2),t>0?1-o:o)}}t.exports=o})),Vs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=Ie(),r=zs();n(r,`factory`,Bs()),t.exports=r})),Hs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.0005087819496582806:(t=e<0?-e:e,t<=1?(n=-.0005087819496582806+e*(-.008368748197417368+e*(.03348066254097446+e*(-.012692614766297404+e*(-.03656379714117627+e*(.02198786811111689+e*(.008226878746769157+e*(-.005387729650712429+e*(0+e*0)))))))),r=1+e*(-.9700050433032906+e*(-1.5657455823417585+e*(1.5622155839842302+e*(.662328840472003+e*(-.7122890234154284+e*(-.05273963823400997+e*(.07952836873415717+e*(-.0023339375937419+e*.0008862163904564247))))))))):(e=1/e,n=0+e*(0+e*(-.005387729650712429+e*(.008226878746769157+e*(.02198786811111689+e*(-.03656379714117627+e*(-.012692614766297404+e*(.03348066254097446+e*(-.008368748197417368+e*-.0005087819496582806)))))))),r=.0008862163904564247+e*(-.0023339375937419+e*(.07952836873415717+e*(-.05273963823400997+e*(-.7122890234154284+e*(.662328840472003+e*(1.5622155839842302+e*(-1.5657455823417585+e*(-.9700050433032906+e*1))))))))),n/r)}t.exports=n})),Us=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.20243350835593876:(t=e<0?-e:e,t<=1?(n=-.20243350835593876+e*(.10526468069939171+e*(8.3705032834312+e*(17.644729840837403+e*(-18.851064805871424+e*(-44.6382324441787+e*(17.445385985570866+e*(21.12946554483405+e*-3.6719225470772936))))))),r=1+e*(6.242641248542475+e*(3.971343795334387+e*(-28.66081804998+e*(-20.14326346804852+e*(48.560921310873994+e*(10.826866735546016+e*(-22.643693341313973+e*1.7211476576120028)))))))):(e=1/e,n=-3.6719225470772936+e*(21.12946554483405+e*(17.445385985570866+e*(-44.6382324441787+e*(-18.851064805871424+e*(17.644729840837403+e*(8.3705032834312+e*(.10526468069939171+e*-.20243350835593876))))))),r=1.7211476576120028+e*(-22.643693341313973+e*(10.826866735546016+e*(48.560921310873994+e*(-20.14326346804852+e*(-28.66081804998+e*(3.971343795334387+e*(6.242641248542475+e*1)))))))),n/r)}t.exports=n})),Ws=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.1311027816799519:(t=e<0?-e:e,t<=1?(n=-.1311027816799519+e*(-.16379404719331705+e*(.11703015634199525+e*(.38707973897260434+e*(.3377855389120359+e*(.14286953440815717+e*(.029015791000532906+e*(.0021455899538880526+e*(-6.794655751811263e-7+e*(2.8522533178221704e-8+e*-681149956853777e-24))))))))),r=1+e*(3.4662540724256723+e*(5.381683457070069+e*(4.778465929458438+e*(2.5930192162362027+e*(.848854343457902+e*(.15226433829533179+e*(.011059242293464892+e*(0+e*(0+e*0)))))))))):(e=1/e,n=-681149956853777e-24+e*(2.8522533178221704e-8+e*(-6.794655751811263e-7+e*(.0021455899538880526+e*(.029015791000532906+e*(.14286953440815717+e*(.3377855389120359+e*(.38707973897260434+e*(.11703015634199525+e*(-.16379404719331705+e*-.1311027816799519))))))))),r=0+e*(0+e*(0+e*(.011059242293464892+e*(.15226433829533179+e*(.848854343457902+e*(2.5930192162362027+e*(4.778465929458438+e*(5.381683457070069+e*(3.4662540724256723+e*1)))))))))),n/r)}t.exports=n})),Gs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.0350353787183178:(t=e<0?-e:e,t<=1?(n=-.0350353787183178+e*(-.0022242652921344794+e*(.018557330651423107+e*(.009508047013259196+e*(.0018712349281955923+e*(.00015754461742496055+e*(460469890584318e-20+e*(-2304047769118826e-25+e*26633922742578204e-28))))))),r=1+e*(1.3653349817554064+e*(.7620591645536234+e*(.22009110576413124+e*(.03415891436709477+e*(.00263861676657016+e*(7646752923027944e-20+e*(0+e*0)))))))):(e=1/e,n=26633922742578204e-28+e*(-2304047769118826e-25+e*(460469890584318e-20+e*(.00015754461742496055+e*(.0018712349281955923+e*(.009508047013259196+e*(.018557330651423107+e*(-.0022242652921344794+e*-.0350353787183178))))))),r=0+e*(0+e*(7646752923027944e-20+e*(.00263861676657016+e*(.03415891436709477+e*(.22009110576413124+e*(.7620591645536234+e*(1.3653349817554064+e*1)))))))),n/r)}t.exports=n})),Ks=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.016743100507663373:(t=e<0?-e:e,t<=1?(n=-.016743100507663373+e*(-.0011295143874558028+e*(.001056288621524929+e*(.00020938631748758808+e*(14962478375834237e-21+e*(4.4969678992770644e-7+e*(4.625961635228786e-9+e*(-2811287356288318e-29+e*9905570997331033e-32))))))),r=1+e*(.5914293448864175+e*(.1381518657490833+e*(.016074608709367652+e*(.0009640118070051656+e*(27533547476472603e-21+e*(2.82243172016108e-7+e*(0+e*0)))))))):(e=1/e,n=9905570997331033e-32+e*(-2811287356288318e-29+e*(4.625961635228786e-9+e*(4.4969678992770644e-7+e*(14962478375834237e-21+e*(.00020938631748758808+e*(.001056288621524929+e*(-.0011295143874558028+e*-.016743100507663373))))))),r=0+e*(0+e*(2.82243172016108e-7+e*(27533547476472603e-21+e*(.0009640118070051656+e*(.016074608709367652+e*(.1381518657490833+e*(.5914293448864175+e*1)))))))),n/r)}t.exports=n})),qs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_81_0/boost/math/special_functions/detail/erf_inv.hpp}. This implementation follows the original, but has been modified for JavaScript.
*
* ```text
* (C) Copyright John Maddock 2006.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=ze(),r=J(),i=H(),a=Se(),o=V(),s=Hs(),c=Us(),l=Ws(),u=Gs(),d=Ks(),f=.08913147449493408,p=2.249481201171875,m=.807220458984375,h=.9399557113647461,g=.9836282730102539;function _(e){var t,_,v,y,b;return n(e)?NaN:e===0?a:e===2?o:e===1?0:e>2||e<0?NaN:(e>1?(t=-1,v=2-e):(t=1,v=e),e=1-v,e<=.5?(y=e*(e+10),b=s(e),t*(y*f+y*b)):v>=.25?(y=r(-2*i(v)),v-=.25,b=c(v),t*(y/(p+b))):(v=r(-i(v)),v<3?(_=v-1.125,b=l(_),t*(m*v+b*v)):v<6?(_=v-3,b=u(_),t*(h*v+b*v)):(_=v-6,b=d(_),t*(g*v+b*v))))}t.exports=_})),Js=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
t.exports=qs()})),Ys=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C code, long comment, copyright, license, and constants are from [Cephes]{@link http://www.netlib.org/cephes}. The implementation follows the original, but has been modified for JavaScript.
*
* ```text
* Copyright 1984, 1995, 2000 by Stephen L. Moshier
*
* Some software in this archive may be from the book _Methods and Programs for Mathematical Functions_ (Prentice-Hall or Simon & Schuster International, 1989) or from the Cephes Mathematical Library, a commercial product. In either event, it is copyrighted by the author. What you see here may be used freely but it comes with no support or guarantee.
*
* Stephen L. Moshier
* moshier@na-net.ornl.gov
* ```
*/
var n=ze(),r=oe(),i=J(),a=Y(),o=6123233995736766e-32;function s(e){var t;return n(e)||e<-1||e>1?NaN:e>.5?2*r(i(.5-.5*e)):(t=a-r(e),t+=o,t+=a,t)}t.exports=s})),Xs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
t.exports=Ys()})),Zs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
t.exports=1.4142135623730951})),Qs=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?.16666666666666666:.16666666666666666+e*.16666666666666666}t.exports=n})),$s=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?.058333333333333334:.058333333333333334+e*(.06666666666666667+e*.008333333333333333)}t.exports=n})),ec=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?.0251984126984127:.0251984126984127+e*(.026785714285714284+e*(.0017857142857142857+e*.0001984126984126984))}t.exports=n})),tc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?.012039792768959435:.012039792768959435+e*(.010559964726631394+e*(-.0011078042328042327+e*(.0003747795414462081+e*27557319223985893e-22)))}t.exports=n})),nc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?.003837005972422639:.003837005972422639+e*(.00610392115600449+e*(-.0016095979637646305+e*(.0005945867404200738+e*(-6270542728876062e-20+e*2.505210838544172e-8))))}t.exports=n})),rc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?.0032177478835464946:.0032177478835464946+e*(.0010898206731540065+e*(-.0012579159844784845+e*(.0006908420797309686+e*(-.00016376804137220805+e*(154012654012654e-19+e*16059043836821613e-26)))))}t.exports=n})),ic=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?.001743826229834001:.001743826229834001+e*(3353097688001788e-20+e*(-.0007624513544032393+e*(.0006451304695145635+e*(-.000249472580470431+e*(49255746366361444e-21+e*(-39851014346715405e-22+e*7647163731819816e-28))))))}t.exports=n})),ac=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?.0009647274732138864:.0009647274732138864+e*(-.0003110108632631878+e*(-.00036307660358786886+e*(.0005140660578834113+e*(-.00029133414466938067+e*(9086710793521991e-20+e*(-15303004486655377e-21+e*(10914179173496788e-22+e*28114572543455206e-31)))))))}t.exports=n})),oc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?.0005422926281312969:.0005422926281312969+e*(-.0003694266780000966+e*(-.00010230378073700413+e*(.00035764655430568635+e*(-.00028690924218514614+e*(.00012645437628698076+e*(-33202652391372056e-21+e*(4890304529197534e-21+e*(-3.123956959982987e-7+e*822063524662433e-32))))))))}t.exports=n})),sc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=De(),r=U(),i=J(),a=G(),o=Qs(),s=$s(),c=ec(),l=tc(),u=nc(),d=rc(),f=ic(),p=ac(),m=oc(),h=0,g=[1,0,0,0,0,0,0,0,0,0];function _(e,t){var _,v=n(e/2,.5)*i(e*a)*(t-.5);return _=1/e,g[1]=o(_),g[2]=s(_),g[3]=c(_),g[4]=l(_),g[5]=u(_),g[6]=d(_),g[7]=f(_),g[8]=p(_),g[9]=m(_),h+v*r(g,v*v)}t.exports=_})),cc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_61_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=De(),r=U(),i=J(),a=he(),o=G(),s=[0,0,0,0,0,0,0];function c(e,t){var c,l,u,d,f,p,m,h=n(e/2,.5)*i(e*o)*t;return d=e+2,f=e+4,p=e+6,s[0]=1,s[1]=-(e+1)/(2*d),d*=e+2,s[2]=-e*(e+1)*(e+3)/(8*d*f),d*=e+2,s[3]=-e*(e+1)*(e+5)*((3*e+7)*e-2)/(48*d*f*p),d*=e+2,f*=e+4,s[4]=-e*(e+1)*(e+7)*(((((15*e+154)*e+465)*e+286)*e-336)*e+64)/(384*d*f*p*(e+8)),d*=e+2,s[5]=-e*(e+1)*(e+3)*(e+9)*((((((35*e+452)*e+1573)*e+600)*e-2020)*e+928)*e-128)/(1280*d*f*p*(e+8)*(e+10)),d*=e+2,f*=e+4,p*=e+6,s[6]=-e*(e+1)*(e+11)*(((((((((((945*e+31506)*e+425858)*e+2980236)*e+11266745)*e+20675018)*e+7747124)*e-22574632)*e-8565600)*e+18108416)*e-7099392)*e+884736)/(46080*d*f*p*(e+8)*(e+10)*(e+12)),m=i(e),u=a(m*h,1/e),l=u*u,c=r(s,l),c*=m,c/=u,-c}t.exports=c})),lc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_61_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=Js(),r=de(),i=J(),a=he(),o=ce(),s=Zs();function c(e,t){var c,l,u,d,f,p,m;return e>0x56bc75e2d63100000?-n(2*t)*s:(c=1/(e-.5),l=48/(c*c),u=((20700*c/l-98)*c-16)*c+96.36,d=((94.5/(l+u)-3)/l+1)*i(c*o)*e,m=a(d*2*t,2/e),m>.05+c?(p=-n(2*t)*s,m=p*p,e<5&&(u+=.3*(e-4.5)*(p+.6)),u+=(((.05*d*p-5)*p-7)*p-2)*p+l,m=(((((.4*m+6.3)*m+36)*m+94.5)/u-m-3)/l+1)*p,m=r(c*m*m)):m=((1/(((e+6)/(e*m)-.089*d-.822)*(e+2)*3)+.5/(e+4))*m-1)*(e+1)/(e+2)+1/m,f=i(e*m),-f)}t.exports=c})),uc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=Js(),r=je(),i=W(),a=ie(),o=Xs(),s=J(),c=Pe(),l=Oe(),u=he(),d=q(),f=Zs(),p=G(),m=sc(),h=cc(),g=lc(),_=268435456,v=1/3,y=106/3,b=.8549879733383485;function x(e,t,x){var S,C,w,T,E=0,D,O,k,A,j,M,N,P,F,I,L;if(t>x?(O=x,x=t,t=O,T=!0):T=!1,r(e)===e&&e<20)switch(C=i(1,y),r(e)){case 1:E=t===.5?0:-l(p*t)/d(p*t);break;case 2:E=(2*t-1)/s(2*t*x);break;case 4:D=4*t*x,w=s(D),P=4*l(o(w)/3)/w,F=s(P-4),E=t-.5<0?-F:F;break;case 6:if(t<1e-150)return(T?-1:1)*g(e,t);I=4*(t-t*t),L=u(I,v),N=6*(1+b*(1/L-1));do A=N*N,j=A*A,M=N*j,k=N,N=2*(8*I*M-270*A+2187)/(5*(4*I*j-216*N-243));while(c((N-k)/N)>C);N=s(N-e),E=t-.5<0?-N:N;break;default:e>_?E=n(2*t)*f:e<3?(S=.2742-e*.0242143,E=t>S?m(e,t):h(e,t)):(S=i(1,a(e/-.654)),E=t>S?g(e,t):h(e,t))}else e>_?E=-n(2*t)*f:e<3?(S=.2742-e*.0242143,E=t>S?m(e,t):h(e,t)):(S=i(1,a(e/-.654)),E=t>S?g(e,t):h(e,t));return T?-E:E}t.exports=x})),dc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/t_distribution_inv.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=uc();function r(e,t,r){var i,a=t/2,o=1-a,s;return i=e*2,s=n(i,a,o),r&&(r.value=s*s/(i+s*s)),i/(i+s*s)}t.exports=r})),fc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=U(),r=Js(),i=J(),a=_e(),o=Zs(),s=[0,0,0,0,0,0,0],c=[0,0,0,0];function l(e,t,l){var u=r(2*l),d,f,p,m,h,g;return u/=-i(e/2),c[0]=u,h=t-e,p=h*h,m=p*h,s[0]=-h*o/2,s[1]=(1-2*h)/8,s[2]=-(h*o/48),s[3]=-1/192,s[4]=-h*o/3840,s[5]=0,s[6]=0,c[1]=n(s,u),s[0]=h*o*(3*h-2)/12,s[1]=(20*p-12*h+1)/128,s[2]=h*o*(20*h-1)/960,s[3]=(16*p+30*h-15)/4608,s[4]=h*o*(21*h+32)/53760,s[5]=(-(32*p)+63)/368640,s[6]=-h*o*(120*h+17)/25804480,c[2]=n(s,u),s[0]=h*o*(-75*p+80*h-16)/480,s[1]=(-1080*m+868*p-90*h-45)/9216,s[2]=h*o*(-1190*p+84*h+373)/53760,s[3]=(-2240*m-2508*p+2100*h-165)/368640,s[4]=0,s[5]=0,s[6]=0,c[3]=n(s,u),f=n(c,1/e),d=f*f,g=-a(-d/2),d===0?.5:(1+f*i((1+g)/d))/2}t.exports=l})),pc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=H(),r=fe()/4;function i(e,t){return i;function i(i){var a,o,s=1-i;return s===0||i===0?[-r,-r]:(o=n(i)+t*n(s)+e,a=1/i-t/s,[o,a])}}t.exports=i})),mc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=ze();function r(e){return e===0||n(e)?e:e<0?-1:1}t.exports=r})),hc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
t.exports=mc()})),gc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/tools/roots.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=hc(),r=Pe(),i=W(),a=fe();function o(e,t,o,s,c,l){var u,d,f,p,m,h,g,_,v=0,y;u=0,m=t,p=i(1,1-c),g=a,d=a,f=a,h=l;do{if(u=v,f=d,d=g,_=e(m),v=_[0],y=_[1],--h,v===0)break;if(y===0?(u===0&&(t=m===o?s:o,u=e(t),g=t-m),g=n(u)*n(v)<0?g<0?(m-o)/2:(m-s)/2:g<0?(m-s)/2:(m-o)/2):g=v/y,r(g*2)>r(f)&&(g=g>0?(m-o)/2:(m-s)/2),t=m,m-=g,m<=o){if(g=.5*(t-o),m=t-g,m===o||m===s)break}else if(m>=s&&(g=.5*(t-s),m=t-g,m===o||m===s))break;g>0?s=t:o=t}while(h&&r(m*p)<r(g));return m}t.exports=o})),_c=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?-1:-1+e*(-5+e*5)}t.exports=n})),vc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?1:1+e*(21+e*(-69+e*46))}t.exports=n})),yc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?7:7+e*(-2+e*(33+e*(-62+e*31)))}t.exports=n})),bc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?25:25+e*(-52+e*(-17+e*(88+e*(-115+e*46))))}t.exports=n})),xc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?7:7+e*(12+e*(-78+e*52))}t.exports=n})),Sc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?-7:-7+e*(2+e*(183+e*(-370+e*185)))}t.exports=n})),Cc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?-533:-533+e*(776+e*(-1835+e*(10240+e*(-13525+e*5410))))}t.exports=n})),wc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?-1579:-1579+e*(3747+e*(-3372+e*(-15821+e*(45588+e*(-45213+e*15071)))))}t.exports=n})),Tc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?449:449+e*(-1259+e*(-769+e*(6686+e*(-9260+e*3704))))}t.exports=n})),Ec=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?63149:63149+e*(-151557+e*(140052+e*(-727469+e*(2239932+e*(-2251437+e*750479)))))}t.exports=n})),Dc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?29233:29233+e*(-78755+e*(105222+e*(146879+e*(-1602610+e*(3195183+e*(-2554139+e*729754))))))}t.exports=n})),Oc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?1:1+e*(-13+e*13)}t.exports=n})),kc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?1:1+e*(21+e*(-69+e*46))}t.exports=n})),Ac=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=U(),r=Js(),i=Pe(),a=_e(),o=H(),s=J(),c=q(),l=Oe(),u=pc(),d=gc(),f=_c(),p=vc(),m=yc(),h=bc(),g=xc(),_=Sc(),v=Cc(),y=wc(),b=Tc(),x=Ec(),S=Dc(),C=Oc(),w=kc(),T=[0,0,0,0,0,0],E=[0,0,0,0];function D(e,t,D){var O,k,A,j,M=r(2*e)/-s(t/2),N,P,F,I,L,R,z,ee,B,V,H,te,ne=c(D),re,U;return te=l(D),E[0]=M,V=ne*ne,H=te*te,ee=ne*te,z=ee*ee,R=z*ee,L=z*z,I=z*R,F=R*R,P=L*R,T[0]=(2*V-1)/(3*ee),T[1]=-f(V)/(36*z),T[2]=p(V)/(1620*R),T[3]=m(V)/(6480*L),T[4]=h(V)/(90720*I),T[5]=0,E[1]=n(T,M),T[0]=-g(V)/(405*R),T[1]=_(V)/(2592*L),T[2]=-v(V)/(204120*I),T[3]=-y(V)/(2099520*F),T[4]=0,T[5]=0,E[2]=n(T,M),T[0]=b(V)/(102060*I),T[1]=-x(V)/(20995200*F),T[2]=S(V)/(36741600*P),T[3]=0,T[4]=0,T[5]=0,E[3]=n(T,M),N=n(E,1/t),A=te/ne,A*=A,B=-(N*N)/(2*V)+o(V)+H*o(H)/V,i(N)<.7?(T[0]=V,T[1]=ee,T[2]=(1-2*V)/3,T[3]=C(V)/(36*ee),T[4]=w(V)/(270*z),T[5]=0,U=n(T,N)):(re=a(B),T[0]=re,T[1]=A,T[2]=0,T[3]=3*A*(3*A+1)/6,T[4]=4*A*(4*A+1)*(4*A+2)/24,T[5]=5*A*(5*A+1)*(5*A+2)*(5*A+3)/120,U=n(T,re),(U-V)*N<0&&(U=1-U)),N<0?(k=0,O=V):(k=V,O=1),(U<k||U>O)&&(U=(k+O)/2),j=u(-B,A),U=d(j,U,k,O,32,100),U}t.exports=D})),jc=/* @__PURE__ */ n(((e,t)=>{var n=1e3,r=n*60,i=r*60,a=i*24,o=a*365.25;t.exports=function(e,t){t||={};var n=typeof e;if(n===`string`&&e.length>0)return s(e);if(n===`number`&&isNaN(e)===!1)return t.long?l(e):c(e);throw Error(`val is not a non-empty string or a valid number. val=`+JSON.stringify(e))};function s(e){if(e=String(e),!(e.length>100)){var t=/^((?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|years?|yrs?|y)?$/i.exec(e);if(t){var s=parseFloat(t[1]);switch((t[2]||`ms`).toLowerCase()){case`years`:case`year`:case`yrs`:case`yr`:case`y`:return s*o;case`days`:case`day`:case`d`:return s*a;case`hours`:case`hour`:case`hrs`:case`hr`:case`h`:return s*i;case`minutes`:case`minute`:case`mins`:case`min`:case`m`:return s*r;case`seconds`:case`second`:case`secs`:case`sec`:case`s`:return s*n;case`milliseconds`:case`millisecond`:case`msecs`:case`msec`:case`ms`:return s;default:return}}}}function c(e){return e>=a?Math.round(e/a)+`d`:e>=i?Math.round(e/i)+`h`:e>=r?Math.round(e/r)+`m`:e>=n?Math.round(e/n)+`s`:e+`ms`}function l(e){return u(e,a,`day`)||u(e,i,`hour`)||u(e,r,`minute`)||u(e,n,`second`)||e+` ms`}function u(e,t,n){if(!(e<t))return e<t*1.5?Math.floor(e/t)+` `+n:Math.ceil(e/t)+` `+n+`s`}})),Mc=/* @__PURE__ */ n(((e,t)=>{e=t.exports=i.debug=i.default=i,e.coerce=c,e.disable=o,e.enable=a,e.enabled=s,e.humanize=jc(),e.names=[],e.skips=[],e.formatters={};var n;function r(t){var n=0,r;for(r in t)n=(n<<5)-n+t.charCodeAt(r),n|=0;return e.colors[Math.abs(n)%e.colors.length]}function i(t){function i(){if(i.enabled){var t=i,r=+/* @__PURE__ */ new Date;t.diff=r-(n||r),t.prev=n,t.curr=r,n=r;for(var a=Array(arguments.length),o=0;o<a.length;o++)a[o]=arguments[o];a[0]=e.coerce(a[0]),typeof a[0]!=`string`&&a.unshift(`%O`);var s=0;a[0]=a[0].replace(/%([a-zA-Z%])/g,function(n,r){if(n===`%%`)return n;s++;var i=e.formatters[r];if(typeof i==`function`){var o=a[s];n=i.call(t,o),a.splice(s,1),s--}return n}),e.formatArgs.call(t,a),(i.log||e.log||console.log.bind(console)).apply(t,a)}}return i.namespace=t,i.enabled=e.enabled(t),i.useColors=e.useColors(),i.color=r(t),typeof e.init==`function`&&e.init(i),i}function a(t){e.save(t),e.names=[],e.skips=[];for(var n=(typeof t==`string`?t:``).split(/[\s,]+/),r=n.length,i=0;i<r;i++)n[i]&&(t=n[i].replace(/\*/g,`.*?`),t[0]===`-`?e.skips.push(RegExp(`^`+t.substr(1)+`$`)):e.names.push(RegExp(`^`+t+`$`)))}function o(){e.enable(``)}function s(t){for(var n=0,r=e.skips.length;n<r;n++)if(e.skips[n].test(t))return!1;for(n=0,r=e.names.length;n<r;n++)if(e.names[n].test(t))return!0;return!1}function c(e){return e instanceof Error?e.stack||e.message:e}})),Nc=/* @__PURE__ */ n(((e,t)=>{e=t.exports=Mc(),e.log=i,e.formatArgs=r,e.save=a,e.load=o,e.useColors=n,e.storage=typeof chrome<`u`&&chrome.storage!==void 0?chrome.storage.local:s(),e.colors=[`lightseagreen`,`forestgreen`,`goldenrod`,`dodgerblue`,`darkorchid`,`crimson`];function n(){return typeof window<`u`&&window.process&&window.process.type===`renderer`?!0:typeof document<`u`&&document.documentElement&&document.documentElement.style&&document.documentElement.style.WebkitAppearance||typeof window<`u`&&window.console&&(window.console.firebug||window.console.exception&&window.console.table)||typeof navigator<`u`&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)&&parseInt(RegExp.$1,10)>=31||typeof navigator<`u`&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/)}e.formatters.j=function(e){try{return JSON.stringify(e)}catch(e){return`[UnexpectedJSONParseError]: `+e.message}};function r(t){var n=this.useColors;if(t[0]=(n?`%c`:``)+this.namespace+(n?` %c`:` `)+t[0]+(n?`%c `:` `)+`+`+e.humanize(this.diff),n){var r=`color: `+this.color;t.splice(1,0,r,`color: inherit`);var i=0,a=0;t[0].replace(/%[a-zA-Z%]/g,function(e){e!==`%%`&&(i++,e===`%c`&&(a=i))}),t.splice(a,0,r)}}function i(){return typeof console==`object`&&console.log&&Function.prototype.apply.call(console.log,console,arguments)}function a(t){try{t==null?e.storage.removeItem(`debug`):e.storage.debug=t}catch{}}function o(){var t;try{t=e.storage.debug}catch{}return!t&&typeof process<`u`&&`env`in process&&(t=process.env.DEBUG),t}e.enable(o());function s(){try{return window.localStorage}catch{}}})),Pc=/* @__PURE__ */ n(((e,n)=>{var r=t(`tty`),i=t(`util`);e=n.exports=Mc(),e.init=p,e.log=l,e.formatArgs=c,e.save=u,e.load=d,e.useColors=s,e.colors=[6,2,3,4,5,1],e.inspectOpts=Object.keys(process.env).filter(function(e){return/^debug_/i.test(e)}).reduce(function(e,t){var n=t.substring(6).toLowerCase().replace(/_([a-z])/g,function(e,t){return t.toUpperCase()}),r=process.env[t];return r=/^(yes|on|true|enabled)$/i.test(r)?!0:/^(no|off|false|disabled)$/i.test(r)?!1:r===`null`?null:Number(r),e[n]=r,e},{});var a=parseInt(process.env.DEBUG_FD,10)||2;a!==1&&a!==2&&i.deprecate(function(){},`except for stderr(2) and stdout(1), any other usage of DEBUG_FD is deprecated. Override debug.log if you want to use a different log function (https://git.io/debug_fd)`)();var o=a===1?process.stdout:a===2?process.stderr:f(a);function s(){return`colors`in e.inspectOpts?!!e.inspectOpts.colors:r.isatty(a)}e.formatters.o=function(e){return this.inspectOpts.colors=this.useColors,i.inspect(e,this.inspectOpts).split(`
`).map(function(e){return e.trim()}).join(` `)},e.formatters.O=function(e){return this.inspectOpts.colors=this.useColors,i.inspect(e,this.inspectOpts)};function c(t){var n=this.namespace;if(this.useColors){var r=this.color,i=`  \x1B[3`+r+`;1m`+n+` \x1B[0m`;t[0]=i+t[0].split(`
`).join(`
`+i),t.push(`\x1B[3`+r+`m+`+e.humanize(this.diff)+`\x1B[0m`)}else t[0]=(/* @__PURE__ */ new Date()).toUTCString()+` `+n+` `+t[0]}function l(){return o.write(i.format.apply(i,arguments)+`
`)}function u(e){e==null?delete process.env.DEBUG:process.env.DEBUG=e}function d(){return process.env.DEBUG}function f(e){var n;switch(process.binding(`tty_wrap`).guessHandleType(e)){case`TTY`:n=new r.WriteStream(e),n._type=`tty`,n._handle&&n._handle.unref&&n._handle.unref();break;case`FILE`:n=new(t(`fs`)).SyncWriteStream(e,{autoClose:!1}),n._type=`fs`;break;case`PIPE`:case`TCP`:n=new(t(`net`)).Socket({fd:e,readable:!1,writable:!0}),n.readable=!1,n.read=null,n._type=`pipe`,n._handle&&n._handle.unref&&n._handle.unref();break;default:throw Error(`Implement me. Unknown stream file type!`)}return n.fd=e,n._isStdio=!0,n}function p(t){t.inspectOpts={};for(var n=Object.keys(e.inspectOpts),r=0;r<n.length;r++)t.inspectOpts[n[r]]=e.inspectOpts[n[r]]}e.enable(d())})),Fc=/* @__PURE__ */ n(((e,t)=>{t.exports=typeof process<`u`&&process.type===`renderer`?Nc():Pc()})),Ic=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
t.exports=34028234663852886e22})),Lc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=Fc(),r=ne(),i=Pe(),a=_e(),o=H(),s=Ic(),c=n(`gammaincinv:higher_newton`);function l(e,t,n,l,u,d,f,p){var m,h,g,_,v,y,b,x,S,C,w,T,E,D=e;w=1,T=1,y=t*t,h=e;do{if(D=e,b=D*D,n===0){if(m=(1-t)*o(D)+D+d,m>o(s))return c(`Warning: overflow problems in one or more steps of the computation. The initial approximation to the root is returned.`),h;E=a(m)}else E=-f*D;p?(x=r(D,t,!0,!1),g=-E*(x-l)):(S=r(D,t,!0,!0),g=E*(S-u)),E=g,l>1e-120||T>1?(_=.5*(D-t+1)/D,v=(2*b-4*D*t+4*D+2*y-3*t+1)/b,v/=6,e=D+E*(1+E*(_+E*v))):e=D+E,w=i(D/e-1),T+=1,D=e,D<0&&(D=h,T=100)}while(w>2e-14&&T<35);return(w>2e-14||T>99)&&c(`Warning: the number of iterations in the Newton method reached the upper limit N=35. The last value obtained for the root is given as output.`),C=D||0,C}t.exports=l})),Rc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?0:0+e*(1+e*(1+e*(1.5+e*(2.6666666666666665+e*(5.208333333333333+e*10.8)))))}t.exports=n})),zc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?1:1+e*(1+e*(.3333333333333333+e*(.027777777777777776+e*(-.003703703703703704+e*(.0002314814814814815+e*5878894767783657e-20)))))}t.exports=n})),Bc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=Pe(),r=_e(),i=H(),a=U(),o=Rc(),s=zc(),c=1e-8,l=.08333333333333333,u=.008333333333333333,d=[1,0,0,0,0,0];function f(e){var t,f,p,m,h,g,_,v,y=e*e*.5;if(e===0?h=0:e<-1?(v=r(-1-y),h=o(v)):e<1?(v=e,h=s(v)):(v=11+y,g=i(v),h=v+g,v=1/v,t=g*g,f=t*g,p=f*g,m=p*g,d[1]=(2-g)*.5,d[2]=(-9*g+6+2*t)/6,d[3]=-(3*f+36*g-22*t-12)*l,d[4]=(60+350*t-300*g-125*f+12*p)/60,d[5]=-(-120-274*p+900*g-1700*t+1125*f+20*m)*u,h+=g*v*a(d,v)),v=1,e>-3.5&&e<-.03||e>.03&&e<40){v=1,_=h;do h=_*(y+i(_))/(_-1),v=n(_/h-1),_=h;while(v>c)}return h}t.exports=f})),Vc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
t.exports=.9189385332046728})),Hc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=[1.9963790515900766,-.0017971032528832887,13129285796384672e-21,-2.340875228178749e-7,7.2291210671127e-9,-3280997607821e-22,19875070901e-21,-1509214183e-21,1375340084e-22,-145728923e-22,17532367e-22,-2351465e-22,346551e-22,-55471e-22,9548e-22,-1748e-22,332e-22,-58e-22];function r(e,t){var r,i=0,a=0,o,s;r=t+t,s=e;do o=a,a=i,i=r*a-o+n[s],--s;while(s>=0);return(i-o)/2}t.exports=r})),Uc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?.025721014990011306:.025721014990011306+e*(.08247596616699963+e*(-.0025328157302663564+e*(.0006099292666946337+e*(-.00033543297638406+e*.000250505279903))))}t.exports=n})),Wc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){return e===0?.08333333333333333:.08333333333333333+e*(-.002777777777777778+e*(.0007936507936507937+e*-.0005952380952380953))}t.exports=n})),Gc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=K(),r=H(),i=Vc(),a=He(),o=Ic(),s=Hc(),c=Uc(),l=Wc(),u=.30865217988013566;function d(e){var t;return e<a?o:e<1?n(e+1)-(e+.5)*r(e)+e-i:e<2?n(e)-(e-.5)*r(e)+e-i:e<3?n(e-1)-(e-.5)*r(e)+e-i+r(e-1):e<12?(t=18/(e*e)-1,s(17,t)/(12*e)):(t=1/(e*e),e<1e3?c(t)/(u+t)/e:l(t)/e)}t.exports=d})),Kc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=_e(),r=le(),i=H(),a=Ic(),o=ue(),s=Gc();function c(e){return e>=3?n(s(e)):e>0?r(e)/(n(-e+(e-.5)*i(e))*o):a}t.exports=c})),qc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.3333333333438:(t=e<0?-e:e,t<=1?(n=-.3333333333438+e*(-.2070740359969+e*(-.05041806657154+e*(-.004923635739372+e*-4293658292782e-17))),r=1+e*(.7045554412463+e*(.2118190062224+e*(.03048648397436+e*.001605037988091)))):(e=1/e,n=-4293658292782e-17+e*(-.004923635739372+e*(-.05041806657154+e*(-.2070740359969+e*-.3333333333438))),r=.001605037988091+e*(.03048648397436+e*(.2118190062224+e*(.7045554412463+e*1)))),n/r)}t.exports=n})),Jc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=Pe(),r=H(),i=Bc(),a=qc();function o(e){var t;return n(e)<1?a(e):(t=i(e),r(e/(t-1))/e)}t.exports=o})),Yc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.0172847633523:(t=e<0?-e:e,t<=1?(n=-.0172847633523+e*(-.0159372646475+e*(-.00464910887221+e*(-.00060683488776+e*-614830384279e-17))),r=1+e*(.764050615669+e*(.297143406325+e*(.0579490176079+e*.00574558524851)))):(e=1/e,n=-614830384279e-17+e*(-.00060683488776+e*(-.00464910887221+e*(-.0159372646475+e*-.0172847633523))),r=.00574558524851+e*(.0579490176079+e*(.297143406325+e*(.764050615669+e*1)))),n/r)}t.exports=n})),Xc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.0172839517431:(t=e<0?-e:e,t<=1?(n=-.0172839517431+e*(-.0146362417966+e*(-.00357406772616+e*(-.000391032032692+e*249634036069e-17))),r=1+e*(.690560400696+e*(.249962384741+e*(.0443843438769+e*.00424073217211)))):(e=1/e,n=249634036069e-17+e*(-.000391032032692+e*(-.00357406772616+e*(-.0146362417966+e*-.0172839517431))),r=.00424073217211+e*(.0443843438769+e*(.249962384741+e*(.690560400696+e*1)))),n/r)}t.exports=n})),Zc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?.99994466948:(t=e<0?-e:e,t<=1?(n=.99994466948+e*(104.649839762+e*(857.204033806+e*(731.901559577+e*45.5174411671))),r=1+e*(104.526456943+e*(823.313447808+e*(3119.93802124+e*3970.03311219)))):(e=1/e,n=45.5174411671+e*(731.901559577+e*(857.204033806+e*(104.649839762+e*.99994466948))),r=3970.03311219+e*(3119.93802124+e*(823.313447808+e*(104.526456943+e*1)))),n/r)}t.exports=n})),Qc=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=H(),r=Yc(),i=Xc(),a=Zc();function o(e){var t,o;return e<-5?(o=e*e,t=n(-e),(12-o-t*t*6)/(12*o*e)):e<-2?r(e):e<2?i(e):e<1e3?(o=1/e,a(e)/(-12*e)):-1/(12*e)}t.exports=o})),$c=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?.0495346498136:(t=e<0?-e:e,t<=1?(n=.0495346498136+e*(.0299521337141+e*(.00688296911516+e*(.000512634846317+e*-201411722031e-16))),r=1+e*(.759803615283+e*(.261547111595+e*(.0464854522477+e*.00403751193496)))):(e=1/e,n=-201411722031e-16+e*(.000512634846317+e*(.00688296911516+e*(.0299521337141+e*.0495346498136))),r=.00403751193496+e*(.0464854522477+e*(.261547111595+e*(.759803615283+e*1)))),n/r)}t.exports=n})),el=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?.00452313583942:(t=e<0?-e:e,t<=1?(n=.00452313583942+e*(.00120744920113+e*(-789724156582e-16+e*(-504476066942e-16+e*-535770949796e-17))),r=1+e*(.912203410349+e*(.405368773071+e*(.0901638932349+e*.00948935714996)))):(e=1/e,n=-535770949796e-17+e*(-504476066942e-16+e*(-789724156582e-16+e*(.00120744920113+e*.00452313583942))),r=.00948935714996+e*(.0901638932349+e*(.405368773071+e*(.912203410349+e*1)))),n/r)}t.exports=n})),tl=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?.00439937562904:(t=e<0?-e:e,t<=1?(n=.00439937562904+e*(.000487225670639+e*(-.000128470657374+e*(529110969589e-17+e*1.5716677175e-7))),r=1+e*(.794435257415+e*(.333094721709+e*(.0703527806143+e*.00806110846078)))):(e=1/e,n=1.5716677175e-7+e*(529110969589e-17+e*(-.000128470657374+e*(.000487225670639+e*.00439937562904))),r=.00806110846078+e*(.0703527806143+e*(.333094721709+e*(.794435257415+e*1)))),n/r)}t.exports=n})),nl=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.0011481191232:(t=e<0?-e:e,t<=1?(n=-.0011481191232+e*(-.112850923276+e*(1.51623048511+e*(-.218472031183+e*.0730002451555))),r=1+e*(14.2482206905+e*(69.7360396285+e*(218.938950816+e*277.067027185)))):(e=1/e,n=.0730002451555+e*(-.218472031183+e*(1.51623048511+e*(-.112850923276+e*-.0011481191232))),r=277.067027185+e*(218.938950816+e*(69.7360396285+e*(14.2482206905+e*1)))),n/r)}t.exports=n})),rl=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2022 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
function n(e){var t,n,r;return e===0?-.000145727889667:(t=e<0?-e:e,t<=1?(n=-.000145727889667+e*(-.290806748131+e*(-13.308504545+e*(199.722374056+e*-11.4311378756))),r=1+e*(139.612587808+e*(2189.01116348+e*(7115.24019009+e*45574.6081453)))):(e=1/e,n=-11.4311378756+e*(199.722374056+e*(-13.308504545+e*(-.290806748131+e*-.000145727889667))),r=45574.6081453+e*(7115.24019009+e*(2189.01116348+e*(139.612587808+e*1)))),n/r)}t.exports=n})),il=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=H(),r=$c(),i=el(),a=tl(),o=nl(),s=rl();function c(e){var t,c;return e<-8?(t=e*e,c=n(-e)/e,(-30+e*c*(6*t*c*c-12+t))/(12*e*t*t)):e<-4?r(e)/(e*e):e<-2?i(e):e<2?a(e):e<10?(t=1/e,o(t)/(e*e)):e<100?(t=1/e,s(t)/(e*e)):-n(e)/(12*e*e*e)}t.exports=c})),al=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=Fc(),r=U(),i=K(),a=Js(),o=le(),s=J(),c=Pe(),l=_e(),u=We(),d=he(),f=H(),p=ue(),m=Ic(),h=me(),g=Lc(),_=Bc(),v=Kc(),y=Jc(),b=Qc(),x=il(),S=n(`gammaincinv:compute`),C=.5,w=.3333333333333333,T=.25,E=.2,D=.16666666666666666,O=.08333333333333333,k=.041666666666666664,A=[0,0,0,0,0];function j(e,t,n){var j,M,N,P,F,I,L,R,z,ee,B,V,H,te,ne,re,U,ie,W,ae,G,oe,se,ce,le,ue,K,q,de,fe,pe,me,he,ge,_e,J,Y,ve,X,ye,be,xe,Se,Ce;if(t<C?(P=!0,F=t,xe=-1):(P=!1,F=n,xe=1),X=0,c(e-1)<1e-4&&(ye=0,P?t<.001?(me=t*t,q=me*t,pe=q*t,ae=pe*t,W=ae*t,G=t+me*C+q*w+pe*T+ae*E+W*D):G=-f(1-t):G=-f(n),e===1?(X=2,ge=G):(N=i(e),X=1)),n<1e-30&&e<C&&(ye=0,G=-f(n*o(e))+(e-1)*f(-f(n*o(e))),X=1,N=i(e)),e>1&&e<500&&t<1e-80){for(ye=0,I=1/e,j=1/(e+1),G=(i(e+1)+f(t))*I,G=l(G),te=G,ve=0;ve<10;ve++)G=te*l(G*I)*d(1-G*j,I);X=1,N=i(e)}if(L=1/e*(f(t)+i(e+1)),L<f(E*(1+e))&&X===0&&(be=l(L),ye=0,oe=e*e,he=oe*e,de=he*e,ne=e+1,B=ne*ne,ee=ne*B,z=B*B,re=e+2,R=re*re,U=e+3,A[0]=1,A[1]=1/ne,A[2]=C*(3*e+5)/(B*re),A[3]=w*(31+8*oe+33*e)/(ee*re*U),A[4]=k*(2888+1179*he+125*de+3971*oe+5661*e)/(z*R*U*(e+4)),G=be*r(A,be),N=i(e),X=1),e<10&&X===0&&(V=s(e)/(v(e)*p),H=u(.02,V),n<H&&(ye=0,J=1-e,ue=J*J,K=ue*J,ie=s(-2/e*f(n/V)),G=e*_(ie),Y=f(G),G>5?(se=Y*Y,ce=se*Y,le=ce*Y,be=1/G,A[0]=Y-1,A[1]=(3*J-2*J*Y+se-2*Y+2)*C,A[2]=(24*J*Y-11*ue-24*J-6*se+12*Y-12-9*J*se+6*ue*Y+2*ce)*D,A[3]=(-12*K*Y+8.04*J*se-114*ue*Y+(72+36*se)+(3*le-72*Y+162)*(J-168*J*Y)-(12*ce+25*K)-(22*J*ce+36*ue*se+120*ue))*O,A[4]=0,G=G-Y+J*be*r(A,be)):(be=1/G,se=Y*Y,_e=Y-1,Se=Y-J*be*_e,Se<G&&(G-=Se)),N=i(e),X=1)),c(F-C)<1e-5&&X===0&&(ye=0,I=1/e,G=e-w+(.019753086419753086+.007211444248481286*I)*I,N=i(e),X=1),e<1&&X===0&&(ye=0,G=l(P?1/e*(f(F)+i(e+1)):1/e*(f(1-F)+i(e+1))),N=i(e),X=1),X===0){if(ye=1,I=1/e,be=a(2*F),ie=xe*be/s(e*C),be<m)ie+=(y(ie)+(b(ie)+x(ie)*I)*I)*I,G=e*_(ie),Ce=ie,fe=-s(e/h)*l(-C*e*Ce*Ce)/v(e),M=1/fe;else return S(`Warning: Overflow problems in one or more steps of the computation.`),NaN}return X<2&&(ge=g(G,e,ye,t,n,N,M,P)),ge}t.exports=j})),ol=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=ze(),r=He(),i=Se(),a=al();function o(e,t,o){return n(e)||n(t)||t<r||e>1||e<0?NaN:o===!0?e===0?i:e===1?0:a(t,1-e,e):e===0?0:e===1?i:a(t,e,1-e)}t.exports=o})),sl=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
t.exports=ol()})),cl=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
t.exports=5e-324})),ll=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=sl(),r=H(),i=J(),a=cl(),o=pc(),s=gc();function c(e,t,c,l){var u,d,f,p,m=c<l?n(c,t,!0):n(l,t,!1),h,g,_,v,y,b,x,S,C,w,T,E,D,O,k,A,j,M,N,P,F,I,L,R,z;return m/=e,C=t/e,L=i(1+C),D=L*L,O=D*L,k=D*D,A=O*D,j=O*O,M=k*O,N=k*k,P=A*k,g=A*A,I=m-C,w=I*I,T=w*I,E=w*w,F=L+1,_=F*F,v=F*_,y=_*_,b=(L+2)*(L-1)/(3*L),b+=(O+9*D+21*L+5)*I/(36*D*F),b-=(k-13*O+69*D+167*L+46)*w/(1620*_*O),b-=(7*A+21*k+70*O+26*D-93*L-31)*T/(6480*v*k),b-=(75*j+202*A+188*k-888*O-1345*D+118*L+138)*E/(272160*y*A),x=(28*k+131*O+402*D+581*L+208)*(L-1)/(1620*F*O),x-=(35*j-154*A-623*k-1636*O-3983*D-3514*L-925)*I/(12960*_*k),x-=(2132*M+7915*j+16821*A+35066*k+87490*O+141183*D+95993*L+21640)*w/(816480*A*v),x-=(11053*N+53308*M+117010*j+163924*A+116188*k-258428*O-677042*D-481940*L-105497)*T/(14696640*y*j),S=-((3592*M+8375*j-1323*A-29198*k-89578*O-154413*D-116063*L-29632)*(L-1))/(816480*A*_),S-=(442043*P+2054169*N+3803094*M+3470754*j+2141568*A-2393568*k-19904934*O-34714674*D-23128299*L-5253353)*I/(146966400*j*v),S-=(116932*g+819281*P+2378172*N+4341330*M+6806004*j+10622748*A+18739500*k+30651894*O+30869976*D+15431867*L+2919016)*w/(146966400*y*M),h=m+b/e+x/(e*e)+S/(e*e*e),h<=0&&(h=a),R=h-C*r(h)+(1+C)*r(1+C)-C,u=1/(1+C),f=h<C?u:0,p=h<C?1:u,z=(f+p)/2,d=o(R,C),s(d,z,f,p,32,100)}t.exports=c})),ul=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/tools/roots.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=Pe(),r=W(),i=hc(),a=te(),o=fe();function s(e,t,s,c,l,u){var d,f,p,m,h,g,_,v,y,b,x,S,C,w=0,T,E;f=!1,g=t,h=r(1,1-l),y=a(1e7*t,1e7),_=0,p=y,m=y,v=u;do{if(_=w,m=p,p=y,C=e(g),w=C[0],T=C[1],E=C[2],--v,w===0)break;if(T===0?(_===0&&(t=g===s?c:s,_=e(t),y=t-g),y=i(_)*i(w)<0?y<0?(g-s)/2:(g-c)/2:y<0?(g-c)/2:(g-s)/2):E===0?y=w/T:(b=2*w,S=2*T-E/T*w,y=n(S)<1&&n(b)>=n(S)*o?w/T:b/S,y*T/w<0&&(y=w/T,n(y)>2*n(t)&&(y=(y<0?-1:1)*2*n(t)))),d=n(y/m),d>.8&&d<2&&(y=y>0?(g-s)/2:(g-c)/2,n(y)>g&&(y=i(y)*g),m=y*3),t=g,g-=y,g<s){if(x=n(s)<1&&n(g)>1&&o/n(g)<n(s)?1e3:g/s,n(x)<1&&(x=1/x),!f&&x>0&&x<3)y=.99*(t-s),g=t-y,f=!0;else if(y=(t-s)/2,g=t-y,g===s||g===c)break}else if(g>c){if(x=n(c)<1&&n(g)>1&&o/n(g)<n(c)?1e3:g/c,n(x)<1&&(x=1/x),!f&&x>0&&x<3)y=.99*(t-c),g=t-y,f=!0;else if(y=(t-c)/2,g=t-y,g===s||g===c)break}y>0?c=t:s=t}while(v&&n(g*h)<n(y));return g}t.exports=s})),dl=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_64_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=pe().assign,r=Pe(),i=fe(),a=se();function o(e,t,o,s){return c;function c(c){var l,u,d,f,p=1-c;return l=[0,0],n(c,e,t,!0,s,l,1,0),f=l[0]-o,u=l[1],s&&(u=-u),p===0&&(p=a*64),c===0&&(c=a*64),d=u*(-(p*e)+(t-2)*c+1),r(d)<p*c*i&&(d/=p*c),s&&(d=-d),u===0&&(u=(s?-1:1)*a*64),[f,u,d]}}t.exports=o})),fl=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*
*
* ## Notice
*
* The original C++ code and copyright notice are from the [Boost library]{@link http://www.boost.org/doc/libs/1_62_0/boost/math/special_functions/detail/ibeta_inverse.hpp}. The implementation has been modified for JavaScript.
*
* ```text
* Copyright John Maddock 2006.
* Copyright Paul A. Bristow 2007.
*
* Use, modification and distribution are subject to the
* Boost Software License, Version 1.0. (See accompanying file
* LICENSE or copy at http://www.boost.org/LICENSE_1_0.txt)
* ```
*/
var n=U(),r=Ue(),i=de(),a=ve(),o=oe(),s=ge(),c=J(),l=Pe(),u=_e(),d=he(),f=q(),p=te(),m=We(),h=H(),g=se(),_=ce(),v=ae(),y=dc(),b=fc(),x=Ac(),S=ll(),C=ul(),w=dl(),T=32,E=1e3,D=[0,0,0,0,0];function O(e,t,O,k){var A,j=!1,M,N,P,F,I,L,R,z,ee,B,V,H,te,ne,re,U,ie,W,ae,G,oe,se,ce,le,ue,K,q;if(k===0)return[1,0];if(O===0)return[0,1];if(e===1){if(t===1)return[O,1-O];B=t,t=e,e=B,B=k,k=O,O=B,j=!0}if(K=0,N=0,F=1,e===.5){if(t===.5)return K=f(O*_),K*=K,q=f(k*_),q*=q,[K,q];t>.5&&(B=t,t=e,e=B,B=k,k=O,O=B,j=!j)}if(t===.5&&e>=.5&&O!==1)ae={},K=y(e,O,ae),q=ae.value;else if(t===1)return O<k?e>1?(K=d(O,1/e),q=-i(h(O)/e)):(K=d(O,1/e),q=1-K):(K=u(a(-k)/e),q=-i(a(-k)/e)),j&&(B=q,q=K,K=B),[K,q];else if(e+t>5)O>.5&&(B=t,t=e,e=B,B=k,k=O,O=B,j=!j),R=m(e,t),L=p(e,t),c(R)>L-R&&R>5?(K=b(e,t,O),q=1-K):(ce=e+t,P=o(c(e/ce)),M=R/ce,M>=.2&&M<=.8&&ce>=10?(ee=d(O,1/e),K=ee<.0025&&e+t<200?ee*d(e*s(e,t),1/e):x(O,ce,P),q=1-K):(e<t&&(B=t,t=e,e=B,B=k,k=O,O=B,j=!j),z=0,t<2&&(z=s(e,t)),z===0?q=1:(q=d(t*k*z,1/t),K=1-q)),q>1e-5&&(K=S(e,t,O,k),q=1-K));else if(e<1&&t<1){if(W=(1-e)/(2-e-t),ne=r(W,e,t)-O,l(ne)/O<v*3)return j?[1-W,W]:[W,1-W];ne<0&&(B=t,t=e,e=B,B=k,k=O,O=B,j=!j,W=1-W),ie=d(e*O*s(e,t),1/e),K=ie/(1+ie),q=1/(1+ie),K>W&&(K=W),F=W}else e>1&&t>1?(W=(e-1)/(e+t-2),V=(t-1)/(e+t-2),U=r(W,e,t)-O,U<0&&(B=t,t=e,e=B,B=k,k=O,O=B,B=V,V=W,W=B,j=!j),re=h(O*e*s(e,t))/e,K=u(re),q=K<.9?1-K:-i(re),t<e&&K<.2&&(H=e-1,te=t-1,G=e*e,oe=e*G,se=t*t,D[0]=0,D[1]=1,D[2]=te/H,H*=H,D[3]=te*(3*e*t+5*t+G-e-4)/(2*(e+2)*H),H*=e+1,D[4]=te*(33*e*se+31*se+8*G*se-30*e*t-47*t+11*G*t+6*oe*t+18+4*e-oe+G*G-10*G),D[4]/=3*(e+3)*(e+2)*H,K=n(D,K)),K>W&&(K=W),F=W):(t<e&&(B=t,t=e,e=B,B=k,k=O,O=B,j=!j),d(O,1/e)<.5?(K=d(O*e*s(e,t),1/e),K===0&&(K=g),q=1-K):(q=d(1-d(O,t*s(e,t)),1/t),q===0&&(q=g),K=1-q));return K>.5&&(B=t,t=e,e=B,B=k,k=O,O=B,B=q,q=K,K=B,j=!j,le=1-F,ue=1-N,N=le,F=ue),N===0&&(j?(N=v,K<N&&(K=N)):N=g,K<N&&(K=N)),A=T,K<1e-50&&(e<1||t<1)&&(A*=3,A/=2),I=w(e,t,O<k?O:k,O>=k),K=C(I,K,N,F,A,E),K===N&&(K=0),j?[1-K,K]:[K,1-K]}t.exports=O})),pl=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
t.exports=fl()})),ml=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=pl(),r=ze(),i=hc(),a=J();function o(e,t){var o,s;return r(t)||r(e)||t<=0||e<0||e>1?NaN:(o=e>.5?1-e:e,s=n(t/2,.5,2*o,1-2*o),i(e-.5)*a(t*s[1]/s[0]))}t.exports=o})),hl=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=be(),r=pl(),i=ze(),a=hc(),o=J();function s(e){return i(e)||e<=0?n(NaN):t;function t(t){var n,s;return i(t)||t<0||t>1?NaN:(n=t>.5?1-t:t,s=r(e/2,.5,2*n,1-2*n),a(t-.5)*o(e*s[1]/s[0]))}}t.exports=s})),gl=/* @__PURE__ */ n(((e,t)=>{
/**
* @license Apache-2.0
*
* Copyright (c) 2018 The Stdlib Authors.
*
* Licensed under the Apache License, Version 2.0 (the "License");
* you may not use this file except in compliance with the License.
* You may obtain a copy of the License at
*
*    http://www.apache.org/licenses/LICENSE-2.0
*
* Unless required by applicable law or agreed to in writing, software
* distributed under the License is distributed on an "AS IS" BASIS,
* WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
* See the License for the specific language governing permissions and
* limitations under the License.
*/
var n=Ie(),r=ml();n(r,`factory`,hl()),t.exports=r})),_l=/* @__PURE__ */ e(Vs(),1),vl=/* @__PURE__ */ e(gl(),1);function yl(e,t,n){return n===`less`?xl(e,t):n===`greater`?xl(-e,t):Math.min(1,2*xl(-Math.abs(e),t))}function bl(e,t){return(0,vl.default)(e,t)}function xl(e,t){return e===-1/0?0:e===1/0?1:(0,_l.default)(e,t)}function Sl(e,{confidence:t,alternative:n}){let r=Rs(e);if(r===null||!Number.isFinite(r.mean))return ti;let{rows:i,mean:a,variance:o}=r;if(a===0&&Cl(e))return ni;if(!Number.isFinite(o))return{...ti,difference:a};let s=Math.sqrt(o),c=-bl(ei(t),i-1)*s;return{difference:a,lower:a-c,upper:a+c,pValue:yl(s===0?a/0:a/s,i-1,n??`two-sided`)}}function Cl({byWeight:e}){return e.first===0n&&e.second===0n&&e.within===0n}function wl(e){let t=Wo(),n=Is;return{add(r){let i=t(r.rows);for(let t=0;t<i.length;t++)i[t]=e(r,t);n=Ls(n,{values:i,weights:r.weights})},moments:()=>n,compared:e=>ci(e,`pairedT`,Sl(n,{confidence:oi}))}}const Tl=2**-52,El=1-2**-52;function Dl(e,t){return Math.log(Ol(e)/Ol(t))}function Ol(e){return Math.min(Math.max(e,Tl),El)}function kl(e){let t=wl((t,n)=>Ml(e,t,n)),n={rows:0,championOnly:0,challengerOnly:0},r=!1;return{add(i){r||=i.weights!==void 0,r?t.add(i):n=jl(n,e,i)},compared:()=>r?t.compared(`accuracy`):Al(n)}}function Al(e){let t=Fs(e,{confidence:oi,alternative:si(`accuracy`)});return{...Fs(e,{confidence:oi}),test:`mcnemar`,lossPValue:t.pValue}}function jl({rows:e,championOnly:t,challengerOnly:n},r,i){let[a,o]=[t,n];for(let e=0;e<i.rows;e++){let t=Ml(r,i,e);t<0?a++:t>0&&o++}return{rows:e+i.rows,championOnly:a,challengerOnly:o}}function Ml(e,t,n){return Number(e(t,n,t.challenger))-Number(e(t,n,t.champion))}function Nl(e){let t=Array(e).fill(0),n=Array(e).fill(0),r=0;return{add(e){for(let i=0;i<e.rows;i++){let a=e.weights===void 0?1:e.weights[i];t[e.labels[i]]++,n[e.labels[i]]+=a,a!==0&&r++}},rows:()=>t,against(e){let t=n.reduce((t,n,r)=>r===e?t:t+n,0);return{positive:n[e]??0,negative:t,rows:r}}}}const Pl={positive:0,negative:0},Fl={positive:NaN,negative:NaN};function Il(e,t,{below:n=Pl,values:r=new Float64Array(e.scores.length)}={}){let{scores:i,labels:a,weights:o,rows:s}=e;if(Bl(i))return{rows:s,values:r.fill(NaN),below:Fl};let{positive:c,negative:l}=n;for(let e=0;e<i.length;){let n=e,s=0,u=0;for(;n<i.length&&i[n]===i[e];n++){let e=o===void 0?1:o[n];s+=a[n]*e,u+=(1-a[n])*e}let d=Ll(l,u,t),f=Rl(c,s,t);for(let t=e;t<n;t++)r[t]=a[t]===1?d:f;c+=s,l+=u,e=n}return{rows:s,values:r,below:{positive:c,negative:l}}}function Ll(e,t,{negative:n}){return(e+t/2)/n}function Rl(e,t,{positive:n}){return(n-e-t/2)/n}function zl({rows:e,values:t},n=new Float64Array(e.length)){for(let r=0;r<e.length;r++)n[e[r]]=t[r];return n}function Bl(e){for(let t=0;t<e.length;t++)if(Number.isNaN(e[t]))return!0;return!1}const Vl={positive:Is,negative:Is};function Hl(e,t){let n=e;for(let e=0;e<t.labels.length;e+=Z){let r=t=>t.subarray(e,e+Z);n=Wl(n,{labels:r(t.labels),champion:r(t.champion),challenger:r(t.challenger),weights:t.weights===void 0?void 0:r(t.weights)})}return n}function Ul(e,t){let n=Rs(e.positive),r=Rs(e.negative);if(n===null||r===null||!Number.isFinite(n.mean+r.mean))return ti;let i=n.mean,{confidence:a,alternative:o=`two-sided`}=t;if(ql(e.positive)&&ql(e.negative))return ni;let s=Math.sqrt(n.variance+r.variance);if(!Number.isFinite(s))return{...ti,difference:i};let c=-Es(ei(a))*s,l=i===0?0:i/s;return{difference:i,lower:i-c,upper:i+c,pValue:Ds(l,o)}}function Wl({positive:e,negative:t},n){return{positive:Ls(e,Kl(n,1)),negative:Ls(t,Kl(n,0))}}const Gl={values:new Float64Array(Z),weights:new Float64Array(Z)};function Kl({labels:e,champion:t,challenger:n,weights:r},i){let{values:a}=Gl,o=r===void 0?void 0:Gl.weights,s=0;for(let c=0;c<e.length;c++)e[c]===i&&(a[s]=n[c]-t[c],o!==void 0&&(o[s]=r[c]),s++);return{values:a.subarray(0,s),weights:o?.subarray(0,s)}}function ql({byWeight:{first:e,second:t,within:n}}){return e===0n&&t===0n&&n===0n}function Jl(e,t){return{scores:new Float64Array(e),labels:new Uint8Array(e),weights:t?new Float64Array(e):void 0,rows:new Uint32Array(e)}}function Yl({scores:e,labels:t,weights:n,rows:r},i,a){return{scores:e.subarray(i,a),labels:t.subarray(i,a),weights:n?.subarray(i,a),rows:r.subarray(i,a)}}const Xl=262144,Zl=1024;function Ql(e){let t=[],n=$l(),r=/* @__PURE__ */ new Float64Array,i=null;function a(n,r){let i=Math.floor(n/Xl);t[i]??={chunks:[],open:$l(),filled:0};let a=t[i];a.open.rows[a.filled]=n,a.open.values[a.filled]=r,a.filled++,a.filled<Zl||(a.chunks.push(e.append(a.open.bytes)),a.filled=0)}function o(r){if(i?.index===r)return i.values;let a=i?.values??new Float64Array(Xl);for(let i of t[r]?.chunks??[])e.read(i,n.bytes),eu(n,Zl,a);let o=t[r];return o!==void 0&&eu(o.open,o.filled,a),i={index:r,values:a},a}return{write(e,t){for(let n=0;n<e.length;n++)a(e[n],t[n])},read(e,t){r.length<t&&(r=new Float64Array(t));let n=r.subarray(0,t);for(let r=e;r<e+t;){let i=r%Xl,a=o(Math.floor(r/Xl)).subarray(i,i+e+t-r);n.set(a,r-e),r+=a.length}return n}}}function $l(){let e=new Uint8Array(12*Zl);return{bytes:e,values:new Float64Array(e.buffer,0,Zl),rows:new Uint32Array(e.buffer,8*Zl,Zl)}}function eu({rows:e,values:t},n,r){for(let i=0;i<n;i++)r[e[i]%Xl]=t[i]}function tu(e,t){let n=Ql(t),r=[],i=null,a=/* @__PURE__ */ new Float64Array,o=Pl;function s({rows:e}){return a.length<e.length&&(a=new Float64Array(e.length)),a.subarray(0,e.length)}function c(){i!==null&&(r.push({ofPositive:Ll(o.negative,i.negative,e),ofNegative:Rl(o.positive,i.positive,e)}),o={positive:o.positive+i.positive,negative:o.negative+i.negative},i=null)}function l(e){i=iu(e,i),n.write(e.rows,s(e).fill(-1-r.length))}function u(t){let{scores:r}=t,a=i===null?0:nu(i.score,r);if(a>0&&l(Yl(t,0,a)),a===r.length)return;c();let u=ru(r),d=Yl(t,a,u),f=Il(d,e,{below:o,values:s(d)});o=f.below,n.write(f.rows,f.values),l(Yl(t,u,r.length))}function d(e,t){c();let i=n.read(e,t.length);for(let e=0;e<i.length;e++){let n=i[e];n<=-1&&(i[e]=au(r[-1-n],t[e]))}return i}return{add:u,read:d}}function nu(e,t){let n=0;for(;n<t.length&&t[n]===e;)n++;return n}function ru(e){let t=e.length-1;for(;t>0&&e[t-1]===e[t];)t--;return t}function iu({scores:e,labels:t,weights:n},r){let{positive:i,negative:a}=r??{positive:0,negative:0};Number.isNaN(e[0])&&([i,a]=[NaN,NaN]);for(let r=0;r<e.length;r++){let e=n===void 0?1:n[r];i+=t[r]*e,a+=(1-t[r])*e}return{score:e[0],positive:i,negative:a}}function au({ofPositive:e,ofNegative:t},n){return n===1?e:t}function ou({rows:e,model:t},n,r){return e.rows()>e.runRows?tu(n,r):su(e.rooms,t,n)}function su(e,t,n){let r=/* @__PURE__ */ new Float64Array;return{add(i){let{length:a}=i.rows;r=zl(Il(i,n,{values:e.ranked(a)}),e[t](a))},read:(e,t)=>r.subarray(e,e+t.length)}}const cu=8192;async function*lu(e){let t=await uu(e),n=t.some(({part:e})=>e.weights!==void 0),r={rows:Jl(cu,n),filled:0};for(;t.length>0;)hu(r,t),t[0].next===t[0].part.scores.length&&await gu(t),r.filled<cu||(yield r.rows,r.filled=0);r.filled>0&&(yield Yl(r.rows,0,r.filled))}async function uu(e){let t=[];for(let[n,r]of e.entries()){let e=du(r),i=await fu(e);i!==null&&t.push({run:n,parts:e,part:i,next:0,score:i.scores[0]})}return t.sort((e,t)=>pu(e,t)?-1:1)}async function*du(e){yield*e}async function fu(e){for(;;){let{done:t,value:n}=await e.next();if(t===!0)return null;if(n.scores.length>0)return n}}function pu(e,t){return e.score===t.score?e.run<t.run:e.score<t.score||Number.isNaN(t.score)&&mu(e,t)}function mu(e,t){return!Number.isNaN(e.score)||e.run<t.run}function hu(e,t){let{scores:n,labels:r,rows:i,weights:a}=e.rows;for(;e.filled<cu;_u(t)){let o=t[0],{part:s,next:c}=o;if(n[e.filled]=o.score,r[e.filled]=s.labels[c],i[e.filled]=s.rows[c],a!==void 0&&(a[e.filled]=s.weights[c]),e.filled++,o.next++,o.next===s.scores.length)return;o.score=s.scores[o.next]}}async function gu(e){let t=e[0],n=await fu(t.parts);if(n!==null)Object.assign(t,{part:n,next:0,score:n.scores[0]});else{let t=e.pop();if(e.length===0)return;e[0]=t}_u(e)}function _u(e){let t=e[0],n=0;for(let r=1;r<e.length&&(r+1<e.length&&pu(e[r+1],e[r])&&r++,pu(e[r],t));r=2*n+1)e[n]=e[r],n=r;e[n]=t}const vu=4096;function yu(e,t){let n={scores:t.append(bu(e.scores)),labels:t.append(e.labels),rows:t.append(bu(e.rows)),weights:e.weights===void 0?null:t.append(bu(e.weights))},{length:r}=e.rows;return{*[Symbol.iterator](){let e=Jl(vu,n.weights!==null);for(let i=0;i<r;i+=vu){let a=Yl(e,0,Math.min(vu,r-i));for(let e of[`scores`,`labels`,`rows`,`weights`]){let[r,o]=[a[e],n[e]];r!==void 0&&t.read(o+i*r.BYTES_PER_ELEMENT,bu(r))}yield a}}}}function bu(e){return new Uint8Array(e.buffer,e.byteOffset,e.byteLength)}async function*xu(e,t,n){if(e.rows()<=e.runRows){for(let n of e.parts(e.runRows))yield Ki(t(n),0,e.sortRoom);return}let r=[];for(let i of e.parts(e.runRows))r.push(yu(Ki(t(i),r.length*e.runRows,e.sortRoom),n));yield*lu(r)}async function Su(e,{sortBy:t,totals:n},r){let i=Ua(n);for await(let n of xu(e,t,r))i.add(n);return i.metrics()}async function Cu(e,t,n){let r=await wu(`challenger`,{...t,rows:e},n);if(!t.hasChampion)return{challenger:r.metrics,champion:null,auc:Eu(ti)};let i=await wu(`champion`,{...t,rows:e},n),a=r.metrics.auc!==null&&i.metrics.auc!==null?Tu(e,r.placements,i.placements):ti;return{challenger:r.metrics,champion:i.metrics,auc:Eu(a)}}async function wu(e,{rows:t,totals:n,curves:r},i){let a=Ua(n),o=ou({rows:t,model:e},n,i),s=({labels:t,weights:n,...r})=>({labels:new Uint8Array(t),scores:r[e],weights:n});for await(let n of xu(t,s,i))a.add(n),o.add(n),r?.rank(e,n);return{metrics:a.metrics(),placements:o}}function Tu(e,t,n){let r=Vl,i=0;for(let{labels:a,weights:o,rows:s}of e.parts(65536)){let e=new Uint8Array(a),c={challenger:t.read(i,e),champion:n.read(i,e)};r=Hl(r,{labels:e,weights:o,...c}),i+=s}return Ul(r,{confidence:oi})}function Eu(e){return ci(`auc`,`delong`,e)}function Du(e,{spill:t,curves:n}){let r=Nl(2),i=Ou(e),[a,o]=[vi,vi],s=!1;return{add:t=>{let n=new Uint8Array(t.labels);r.add(t),a=yi(a,{labels:n,scores:t.challenger,weights:t.weights},e),t.champion!==null&&(s=!0,o=yi(o,{labels:n,scores:t.champion,weights:t.weights},e),i.add(t))},finish:async e=>{let c=await Cu(e,{totals:r.against(1),hasChampion:s,curves:n},t);return{classRows:r.rows(),challenger:{...Ci(a),...c.challenger},champion:c.champion===null?null:{...Ci(o),...c.champion},comparisons:{auc:c.auc,...i.compared()}}}}}function Ou(e){let t=kl(({labels:t},n,r)=>Number(r[n]>=e)===t[n]),n=wl(ku),r=wl(ju);return{add(e){for(let i of[t,n,r])i.add(e)},compared:()=>({accuracy:t.compared(),logLoss:n.compared(`logLoss`),brier:r.compared(`brier`)})}}function ku({labels:e,challenger:t,champion:n},r){let i=e[r];return Dl(Au(n[r],i),Au(t[r],i))}function Au(e,t){return t===1?e:1-e}function ju({labels:e,challenger:t,champion:n},r){return(t[r]-e[r])**2-(n[r]-e[r])**2}function Mu(e,t){let n=Nl(e),[r,i]=[kl(Nu),wl(Pu)],a=Ea(e),o=null;return{add:t=>{let s={labels:new Uint32Array(t.labels),classes:e,weights:t.weights};n.add(t),a=Da(a,{...s,scores:t.challenger}),t.champion!==null&&(o=Da(o??Ea(e),{...s,scores:t.champion}),r.add(t),i.add(t))},finish:async e=>{let s=r=>Fu(e,{classes:n,model:r},t);return{classRows:n.rows(),challenger:{...ja(a),aucMacro:await s(`challenger`)},champion:o===null?null:{...ja(o),aucMacro:await s(`champion`)},comparisons:{accuracy:r.compared(),logLoss:i.compared(`logLoss`)}}}}}function Nu({labels:e,width:t},n,r){return Gr(r,n*t,t)===e[n]}function Pu({labels:e,width:t,challenger:n,champion:r},i){let a=i*t+e[i];return Dl(r[a],n[a])}async function Fu(e,{classes:t,model:n},r){let i=t.rows(),a=0;for(let o of i.keys()){let{auc:i}=await Su(e,{sortBy:({labels:e,weights:t,width:r,...i})=>({labels:Uint8Array.from(e,e=>Number(e===o)),scores:Float64Array.from(e,(e,t)=>i[n][t*r+o]),weights:t}),totals:t.against(o)},r);if(i===null)return null;a+=i}return i.length===0?null:a/i.length}function Iu(){let e=wl((e,t)=>Lu(e,t,`challenger`)-Lu(e,t,`champion`)),t=wl((e,t)=>Lu(e,t,`challenger`)),n=wl((e,t)=>Lu(e,t,`champion`));return{add(r){for(let i of[e,t,n])i.add(r)},compared(){let r=e.compared(`rmse`),[i,a,o]=[e,t,n].map(e=>Rs(e.moments()));return r.lower===null||r.difference===0||!i||!a||!o?r:{...r,...Ru(i,a,o)??zu(r,a,o)}}}}function Lu(e,t,n){return(e[n][t]-e.labels[t])**2}function Ru(e,t,n){let[r,i]=[.5/Math.sqrt(t.mean),.5/Math.sqrt(n.mean)],a=Math.sqrt(t.mean)-Math.sqrt(n.mean),o=(r-i)*(r*t.variance-i*n.variance)+r*i*e.variance,s=-bl(ei(oi),e.rows-1)*Math.sqrt(Math.max(0,o));return Number.isFinite(s)?{difference:a,lower:a-s,upper:a+s}:null}function zu({difference:e,lower:t,upper:n},r,i){let a=Math.sqrt(r.mean)+Math.sqrt(i.mean);return{difference:e/a,lower:t/a,upper:n/a}}function Bu({spill:e,curves:t}){let[n,r,i]=[Iu(),wl(Vu),wl(Uu)],[a,o]=[So,So],[s,c]=[0,!1],l=e=>{let{labels:t,weights:l}=e;if(a=Co(a,{labels:t,predictions:e.challenger,weights:l}),s+=l===void 0?e.rows:l.reduce((e,t)=>e+t,0),e.champion!==null){c=!0,o=Co(o,{labels:t,predictions:e.champion,weights:l});for(let t of[n,r,i])t.add(e)}},u=(n,r)=>Wu(n,{model:r,weight:s,curves:t},e),d=async(e,t,n)=>({...n,medianAbsoluteError:n.mae===null?null:await u(e,t)});return{add:l,finish:async e=>({classRows:null,challenger:await d(e,`challenger`,wo(a)),champion:c?await d(e,`champion`,wo(o)):null,comparisons:{rmse:n.compared(),mae:r.compared(`mae`),mape:i.compared(`mape`)}})}}function Vu({labels:e,challenger:t,champion:n},r){return Math.abs(t[r]-e[r])-Math.abs(n[r]-e[r])}const Hu=2**-52;function Uu(e,t){return Vu(e,t)/Math.max(Math.abs(e.labels[t]),Hu)}async function Wu(e,{model:t,weight:n,curves:r},i){let a=e=>({scores:e[t].map((t,n)=>Math.abs(t-e.labels[n])),labels:Uint8Array.from(e[t],(t,n)=>Number(t>e.labels[n])),weights:e.weights}),o=Do(n);for await(let n of xu(e,a,i))o.add(n.scores,n.weights),r?.rank(t,n);return o.median()}function Gu(e,{kept:t,spill:n}){let r=Ku(e,n);return{add(e){r.add(e),t.add(e)},async finish(){let{task:n,primaryMetric:i}=e.evaluation,a=await r.finish(t),o=qu(e,a)?Ju(a,t,e):a,s=k[n].map(e=>[e,Xu(e,o)]),c=Object.fromEntries(s.map(([n,r])=>{let i=As(r,e.marginOf(n),t.rows());return[n,{...r,neededRows:i}]})),l=c[i]?.difference===null?null:o.comparisons[i]?.lossPValue??null;return{rows:t.rows(),classRows:o.classRows,metrics:c,lossPValue:l}}}}function Ku({evaluation:e,width:t,curves:n},r){switch(e.task){case`binary`:return Du(e.threshold,{spill:r,curves:n});case`multiclass`:return Mu(t,r);case`regression`:return Bu({spill:r,curves:n})}}function qu({isSlice:e,evaluation:t},{champion:n,comparisons:r}){return n!==null&&!(e&&t.primaryMetric in r)}function Ju(e,t,n){return{...e,comparisons:{...es(e,t,n),...e.comparisons}}}const Yu={difference:null,lower:null,upper:null,pValue:null,test:null};function Xu(e,{challenger:t,champion:n,comparisons:r}){let i={challenger:t[e]??null,champion:n?.[e]??null};if(i.challenger===null||i.champion===null)return{...i,...Yu};let a=i.challenger-i.champion;return{...i,...Yu,...Zu(r[e]),difference:a}}function Zu(e){if(e===void 0)return{};let{lower:t,upper:n,pValue:r,test:i}=e;return{lower:t,upper:n,pValue:r,test:i}}function Qu({rows:e,labels:t,weights:n,challenger:r,champion:i}){let{values:a,width:o}=r;return{rows:e,labels:t,weights:n,challenger:a,champion:i?.values??null,width:o}}const $u=12*2**20;function ed(e,t=$u){let n=td(e,Math.floor(t/8)),r=Z*Math.max(1,Math.floor(t/24/Z)),[i,a]=[Wo(),Mi(r)],o={ranked:Wo(),challenger:Wo(),champion:Wo()};return()=>{let t={rows:0,form:null,pieces:[]};return{rows:()=>t.rows,runRows:r,sortRoom:a,rooms:o,add(e){t.form??=Ro(e),t.rows+=e.rows,t.pieces.push({rows:e.rows,...n(e)})},parts:n=>nd(t,{spill:e,room:i},n)}}}function td(e,t){let n=null,r={held:null,position:0},i=t;return a=>{let o=a.rows*Lo(Ro(a));return o>t?{box:{held:null,position:e.append(ad(zo(a)))},offset:0}:(i+o>t&&(r.held!==null&&(r.position=e.append(ad(r.held.subarray(0,i)))),r.held=null,n??=new Float64Array(t),r={held:n,position:0},i=0),Bo(n.subarray(i),a),i+=o,{box:r,offset:i-o})}}function*nd({rows:e,form:t,pieces:n},{spill:r,room:i},a){if(t!==null)for(let o=0;o<e;o+=a){let s=i(Math.min(a,e-o)*Lo(t));rd({pieces:n,spill:r,form:t},o,s),yield Vo(s,t)}}function rd({pieces:e,spill:t,form:n},r,i){let a=i.length/Lo(n),o=0;for(let s of e){let e=Math.max(r-o,0),c=Math.min(r+a-o,s.rows),l=o+e-r;if(o+=s.rows,!(e>=c))for(let{before:r,width:o}of Io(n)){let n=i.subarray(r*a+l*o,r*a+(l+c-e)*o);id(s,t,{at:r*s.rows+e*o,room:n})}}}function id({box:e,offset:t},n,{at:r,room:i}){let a=t+r;e.held===null?n.read(e.position+a*i.BYTES_PER_ELEMENT,ad(i)):i.set(e.held.subarray(a,a+i.length))}function ad(e){return new Uint8Array(e.buffer,e.byteOffset,e.byteLength)}function od(e,t){let n=Wo(),r=null,i=Or(i=>{r??=sd(e,i.challenger.width,t),ld(i,e.evaluation.task);let a=Qu(i);r.all.add(a),r.curves.add(a);for(let[e,t]of r.slices.entries()){let r=Go(a,i.slices[e],n);r.rows>0&&t.add(r)}});return{async add(e){i.add(e)},async finish(){return i.end(),cd(e,r??sd(e,1,t))}}}function sd(e,t,{spill:n,memoryBytes:r}){let i=ed(n,r),{primaryMetric:a}=e.evaluation,o=$r(e.evaluation.task),s=t=>t===a?e.gates.slices:{};return{curves:o,all:Gu({...e,width:t,curves:o,isSlice:!1,marginOf:t=>js(e.gates,t)},{kept:i(),spill:n}),slices:e.slices.map(()=>Gu({...e,width:t,curves:null,isSlice:!0,marginOf:s},{kept:i(),spill:n}))}}async function cd(e,t){let{lossPValue:n,...r}=await t.all.finish(),i=[];for(let[n,{predicate:r,required:a}]of e.slices.entries())i.push({predicate:r,isRequired:a,...await t.slices[n].finish()});let{task:a,primaryMetric:o}=e.evaluation;return{task:a,primaryMetric:o,...r,slices:i,curves:t.curves.finish()}}function ld({firstRow:e,labels:t,challenger:n},r){if(r===`regression`)return;let i=Math.max(2,n.width),a=t.findIndex(e=>!(Number.isInteger(e)&&e>=0&&e<i));if(a<0)return;let o=`row ${e+a+1} has the label ${t[a]}, and the model scores ${i} classes`;throw new u(`dataset-invalid`,o,{fix:`Compare the labels of the data with those of the contract.`})}const ud=65536;function dd({question:e,dataset:t,challenger:n,champion:r},{shard:i,range:a},o){return{schema:`model-release/scores/v1`,question:ft(`sha256`).update(st(e)).digest(`hex`),dataset:t,challenger:n,champion:r,shard:i,range:a,form:o}}function fd(e){let t=new TextEncoder().encode(JSON.stringify(e)),n=new Uint8Array(8*Math.ceil((t.length+1)/8)).fill(32);return n.set(t),n[n.length-1]=10,n}function pd(e){let t=e.indexOf(10);return t<0?null:t+1}function md(e,t){return 8*(e*Lo(t)+gd(e,t.slices))}function hd(e,t){let n=Math.floor(e/Z),r=e%Z;return n*md(Z,t)+(r===0?0:md(r,t))}function gd(e,t){return Math.ceil(t*e/64)}function _d(e){let t=new Uint8Array(md(e.rows,wr(e))),n=zo(Qu(e));t.set(new Uint8Array(n.buffer));let r=n.byteLength*8;for(let n of e.slices)for(let e=0;e<n.length;e++,r++)n[e]===1&&(t[r>>3]|=1<<(r&7));return t}function vd(e,{firstRow:t,rows:n},r){let i=md(n,{...r,slices:0}),{labels:a,weights:o,challenger:s,champion:c,width:l}=Vo(new Float64Array(e.buffer,e.byteOffset,i/8),r),u=i*8,d={firstRow:t,rows:n,labels:a,slices:Array.from({length:r.slices},()=>{let t=new Uint8Array(n);for(let r=0;r<n;r++,u++)t[r]=e[u>>3]>>(u&7)&1;return t}),challenger:{values:s,width:l},champion:c===null?null:{values:c,width:l}};return o===void 0?d:{...d,weights:o}}const yd={width:1,slices:0,hasWeights:!1,hasChampion:!1};function bd(e,t,n){let r=ft(`sha256`),i=0,a=e=>{r.update(e),n.append(e)},o=(n=yd)=>a(fd(dd(e,t,n))),s=Or(e=>{i===0&&o(wr(e)),a(_d(e)),i+=e.rows},t.range.firstRow);return{add:e=>s.add(e),finish(){if(s.end(),i===0&&o(),i!==t.range.rows)throw xd(i,t);n.append(r.digest()),n.complete()}}}function xd(e,{shard:t,range:n}){let r=`shard ${t.index+1} of ${t.count} has ${n.rows} rows, and ${e} were scored`;return new u(`internal`,r,{fix:`Report this.`})}const Sd=2**40;async function Cd(e,{datasets:t,copies:n}){let{release:r,signature:i,evaluation:a,folder:o,shard:s}=e,{task:c,label:l,weight:u,output:d}=a,f=r.manifest.evaluation?.inputs??a.inputs,p=await t.open({path:await Dd(a.dataset.uri,o,n),evaluation:{task:c,label:l,...Ed({weight:u,output:d,inputs:f})},contract:r.manifest.contract,signature:i,slices:j(a),...s===null?{}:{shard:s}});if(a.dataset.digest===void 0||a.dataset.digest===`sha256:${p.digest}`)return p;throw await p[Symbol.asyncDispose](),Od(p,a)}function wd(e,t){return Td(e)===Td(t)}function Td({contract:e,evaluation:t}){let n=e.inputs.map(({name:e,dtype:t,shape:n,features:r,nullable:i,encoding:a})=>({name:e,dtype:t,shape:n,features:r,nullable:i,encoding:a}));return JSON.stringify([n,t?.inputs??null])}function Ed(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==void 0))}async function Dd(e,t,n){return ct(e)?n.file(e,Sd):`${t}/${e}`}function Od({digest:e},{dataset:t}){let n=`${t.uri} is sha256:${e}, and evaluation.dataset.digest says ${t.digest}`;return new u(`dataset-invalid`,n,{fix:`Restore the file, or name its digest if the change is meant.`})}const kd=/* @__PURE__ */ new Float64Array(1),Ad=new Uint32Array(kd.buffer);function jd(e,t){return kd[0]=e,t<=32?Ad[0]=0:Ad[0]&=Md(t-32),t<32&&(Ad[1]&=Md(t)),kd[0]+0}function Md(e){return e===32?4294967295:~(4294967295>>>e)>>>0}const Nd={rows:0,absent:0,infinite:0,lowest:null,highest:null,bits:64,buckets:[]};function Pd(e=Nd){let{rows:t,absent:n,infinite:r}=e,[i,a]=[e.lowest??1/0,e.highest??-1/0],o=Id(e);return{add(e){for(let s=0;s<e.length;s++){let c=e[s];c-c===0?(t++,c<i&&(i=c),c>a&&(a=c),o.add(c,1)):Number.isNaN(c)?n++:r++}},sketch:()=>({rows:t,absent:n,infinite:r,lowest:t===0?null:i,highest:t===0?null:a,...o.buckets()})}}function Fd(e,t){let n=Id(e);n.coarsen(t.bits);for(let[e,r]of t.buckets)n.add(e,r);let r=[e,t].filter(({rows:e})=>e>0);return{rows:e.rows+t.rows,absent:e.absent+t.absent,infinite:e.infinite+t.infinite,lowest:r.length===0?null:Math.min(...r.map(({lowest:e})=>e)),highest:r.length===0?null:Math.max(...r.map(({highest:e})=>e)),...n.buckets()}}function Id(e){let t=e.bits,n=new Map(e.buckets);function r(e,r){let a=jd(e,t);for(n.set(a,(n.get(a)??0)+r);n.size>512;)i(t-1)}function i(e){if(e>=t)return;t=e;let r=n;n=/* @__PURE__ */ new Map;for(let[e,i]of r){let r=jd(e,t);n.set(r,(n.get(r)??0)+i)}}return{add:r,coarsen:i,buckets:()=>({bits:t,buckets:[...n].sort(([e],[t])=>e-t)})}}function Ld(e){let t=new Set(e),n=1/0;function r(){let e=[...t].sort((e,t)=>e-t).slice(0,256);return e.length===256&&(n=e.at(-1)),t=new Set(e),e}return{add(e){let i=Rd(e);i<n&&t.add(i),t.size>=512&&r()},smallest:r}}function Rd(e){let t=3735928559^e.length,n=1103547991^e.length;for(let r=0;r<e.length;r++){let i=e.charCodeAt(r);t=Math.imul(t^i,2654435761),n=Math.imul(n^i,1597334677)}return t=Math.imul(t^t>>>16,2246822507)^Math.imul(n^n>>>13,3266489909),n=Math.imul(n^n>>>16,2246822507)^Math.imul(t^t>>>13,3266489909),(n>>>11)*2**32+(t>>>0)}const zd={rows:0,absent:0,counts:[],undercount:0,hashes:[]};function Bd(e=zd){let{rows:t,absent:n}=e,r=Hd(e),i=Ld(e.hashes);return{add(e){for(let a of e){if(a===null){n++;continue}t++;let e=a.length>64?a.slice(0,64):a;r.add(e,1)&&i.add(e)}},sketch:()=>({rows:t,absent:n,...r.kept(),hashes:i.smallest()})}}function Vd(e,t){let n=Hd({...e,undercount:e.undercount+t.undercount});for(let[e,r]of t.counts)n.add(e,r);return{rows:e.rows+t.rows,absent:e.absent+t.absent,...n.kept(),hashes:Ld([...e.hashes,...t.hashes]).smallest()}}function Hd(e){let{undercount:t}=e,n=new Map(e.counts);function r(){if(n.size<=512)return;let e=[...n.values()].sort((e,t)=>t-e)[512];t+=e,n=new Map([...n].map(([t,n])=>[t,n-e]).filter(([,e])=>e>0))}return{add(e,t){let i=n.get(e);return n.set(e,(i??0)+t),n.size>1024&&r(),i===void 0},kept(){return r(),{counts:[...n].sort(Ud),undercount:t}}}}function Ud([e,t],[n,r]){return r-t||(e<n?-1:1)}function Wd(e,t){return{name:e,kind:`numbers`,...t}}function Gd(e,{counts:t,...n}){return{name:e,kind:`texts`,...n,frequent:t.map(([e,t])=>({text:e,count:t}))}}function Kd(e,t){return e.kind===`numbers`&&t.kind===`numbers`?Wd(e.name,Fd(e,t)):e.kind===`texts`&&t.kind===`texts`?Gd(e.name,Vd(qd(e),qd(t))):e}function qd({rows:e,absent:t,frequent:n,undercount:r,hashes:i}){return{rows:e,absent:t,undercount:r,hashes:i,counts:n.map(({text:e,count:t})=>[e,t])}}function Jd(e,t){let n=null;return{add(r){let i=r.get(e),a=i?.shape[0]??0;if(i===void 0||a===0||i.dtype.startsWith(`complex`))return;n??=Xd(i,Yd(i)===t.length&&t.length<=256?t:[e]);let o=n.length;for(let[e,t]of n.entries())t.kind===`numbers`?t.tally.add(Zd(i,e,o)):t.tally.add(Qd(i,e,o))},sketches:()=>(n??[]).map(e=>e.kind===`numbers`?Wd(e.name,e.tally.sketch()):Gd(e.name,e.tally.sketch()))}}function Yd({shape:e,data:t}){return t.length/e[0]}function Xd({dtype:e},t){return t.map(t=>e===`string`?{name:t,kind:`texts`,tally:Bd()}:{name:t,kind:`numbers`,tally:Pd()})}function Zd(e,t,n){let r=we(e)??e.data;return Float64Array.from({length:r.length/n},(e,i)=>Number(r[i*n+t]))}function Qd({data:e},t,n){let r=e;return Array.from({length:r.length/n},(e,i)=>$d.decode(r[i*n+t]))}const $d=new TextDecoder,ef=2**17;function tf({inputs:e,outputs:t},n,r){let i=Math.ceil(n/ef)*r,a=e.filter(({encoding:e})=>e===void 0).map(e=>Jd(e.name,F(e))),o=t.map(({name:e,labels:t=[]})=>Jd(e,t));return{add({firstRow:e,inputs:t,answers:n}){if(e%i===0){for(let e of a)e.add(t);for(let e of o)e.add(n)}},finish:()=>({features:a.flatMap(e=>e.sketches()),predictions:o.flatMap(e=>e.sketches())})}}function nf(e,t){return{features:rf(e.features,t.features),predictions:rf(e.predictions,t.predictions)}}function rf(e,t){return e.length===0||t.length===0?e.length===0?t:e:e.map((e,n)=>Kd(e,t[n]??e))}const af=/* @__PURE__ */ new Set([`float16`,`bfloat16`,`float32`,`float64`]),of=/* @__PURE__ */ new Set([`int8`,`int16`,`int32`,`int64`,`uint8`,`uint16`,`uint32`,`uint64`]);function sf(e,t,n){let r=t.output??lf(e),i=e.get(r);if(i===void 0)throw mf(r,e);let a=cf[t.task],o=uf(i.shape,t.task);if(o===null||!df(i.dtype,t.task))throw hf(r,i,a);let s=n.outputs.find(e=>e.name===r)?.labels;if(t.task===`multiclass`&&s!==void 0&&s.length!==o)throw hf(r,i,`one number for each of the ${s.length} labels`);let c=ff(i);if(c.length!==i.shape.reduce((e,t)=>e*t,1))throw hf(r,i,a);return t.task===`binary`&&o===2?pf(c):{values:c,width:o}}const cf={binary:`floating-point numbers of the shape [n], [n, 1] or [n, 2]: the probability of the second label`,multiclass:`floating-point numbers of the shape [n, classes]: one for each label`,regression:`numbers of the shape [n] or [n, 1]`};function lf(e){let[t,...n]=e.keys();if(t!==void 0&&n.length===0)return t;let r=t===void 0?`none`:gf([t,...n]);throw new u(`prediction-failed`,`the model gave ${r}, and one of several has to be named as the score`,{fix:`Name the output that is the score in evaluation.output.`})}function uf(e,t){let[,n]=e;return t===`multiclass`?e.length===2&&n>=2?n:null:e.length===1||e.length===2&&n===1?1:t===`binary`&&e.length===2&&n===2?2:null}function df(e,t){return af.has(e)||t===`regression`&&of.has(e)}function ff(e){let t=we(e);return t instanceof Float64Array?t:t===null?Float64Array.from(e.data,Number):new Float64Array(t)}function pf(e){let t=new Float64Array(e.length/2);for(let n=0;n<t.length;n++)t[n]=e[2*n+1];return{values:t,width:1}}function mf(e,t){let n=t.size===0?`no output at all`:gf([...t.keys()]);return new u(`prediction-failed`,`the model gave no output ${JSON.stringify(e)}, but ${n}`,{fix:`Name an output that the signature has in evaluation.output.`})}function hf(e,{dtype:t,shape:n},r){let i=`the output ${JSON.stringify(e)}`;return new u(`prediction-failed`,`${i} has to be ${r}; it is ${t} of the shape [${n}]`,{fix:`Name the output that is the score in evaluation.output, or correct evaluation.task.`})}function gf(e){let t=e.slice(0,5).map(e=>JSON.stringify(e.slice(0,100)));return e.length>5?`${t.join(`, `)} and ${e.length-5} more`:t.join(`, `)}function _f(e,t=[]){let n=[],[r,i]=[[],[]];return{add({labels:t,challenger:{values:a,width:o}}){for(;n.length<o;)n.push(vf());for(let[e,t]of n.entries())yf(t,a,e,o);e===`multiclass`&&Sf(a,o,t,{predicted:r,real:i})},finish(){let e=n.flatMap(e=>xf(e)??[]);return{scoreDeviation:e.length===0?null:Math.max(...e),commonest:Cf(r,i,t)}}}}function vf(){return{block:new Float64Array(Z),filled:0,moments:fo}}function yf(e,t,n,r){for(let i=n;i<t.length;i+=r)Number.isFinite(t[i])&&(e.block[e.filled++]=t[i],e.filled===8192&&bf(e))}function bf(e){e.moments=po(e.moments,{values:e.block.subarray(0,e.filled)}),e.filled=0}function xf(e){bf(e);let t=ho(e.moments);return t===null?null:Math.sqrt(t.squares/t.weight)}function Sf(e,t,n,{predicted:r,real:i}){for(let a=0;a<n.length;a+=1){let o=ke(e,a*t,t);r[o]=(r[o]??0)+1;let s=n[a];i[s]=(i[s]??0)+1}}function Cf(e,t,n){let r=e.reduce((e,t)=>e+(t??0),0);if(r===0)return null;let i=e.reduce((t,n,r)=>(n??0)>(e[t]??0)?r:t,0);return{label:n[i]??String(i),predicted:(e[i]??0)/r,true:(t[i]??0)/r}}async function wf(e,t){let{dataset:n,champion:r}=e,i=Af(n,e.challenger.contract),a=Df(e,i),o=r?.dataset?.batches(i)[Symbol.asyncIterator]()??null,s=Promise.resolve();for await(let r of n.batches(i)){let i=o===null?r.inputs:(await o.next()).value.inputs,c=Tf(e,r.inputs,i),l=s;s=l.then(async()=>a.add(r,await c)),Promise.allSettled([c,s]),await l,t.progress(`scoring rows`,r.firstRow+r.rows-n.range.firstRow,n.range.rows)}return await s,a.finish()}async function Tf(e,t,n){let{challenger:r,champion:i}=e,[a,o]=await Promise.all([r.model.predict(t),i?.model.predict(n).catch(Ef)??null]);return{challenger:a,champion:o}}function Ef(e){if(e instanceof u)return e;throw e}function Df(e,t){let{challenger:n,sink:r}=e,i=n.contract.outputs.map(Ce),a=_f(n.evaluation.task,bn(n.contract,n.evaluation)),o=tf(n.contract,e.dataset.rows,t),[s,c]=[0,null],l=async(t,i)=>{let o=sf(i.challenger,n.evaluation,n.contract);a.add({labels:t.labels,challenger:o}),c===null&&await r.add({...t,challenger:o,champion:Of(e,i)})};return{async add(e,t){s+=e.rows,i=Ne(i,t.challenger,e.firstRow),o.add({...e,answers:t.challenger}),await l(e,t).catch(e=>{c??=Ef(e)})},async finish(){return{sanity:{rows:s,outputs:i,...a.finish()},baseline:o.finish(),fault:c,quality:c===null?await r.finish():fn(c)}}}}function Of({champion:e},{champion:t}){if(e===null||t===null)return null;if(t instanceof u)throw t;return sf(t,e.evaluation,e.contract)}const kf=2**22;function Af({blockRows:e},{inputs:t}){let n=t.map(({shape:e})=>(e??[]).slice(1).reduce((e,t)=>e*Math.abs(t),1)).reduce((e,t)=>e+t,1),r=2**Math.floor(Math.log2(Math.max(1,kf/n)));return Math.min(1024,r,e)}async function jf(e,t,n){let{dataset:r,challenge:a}=e,{evaluation:o}=a.held;if(!i(r))return{sanity:r,quality:r,baseline:r};let s=await n.tries.measure(`scoring the evaluation set`,async()=>{await using i=await Pf(e,t,n);using s=n.spill();let c=Mf(e,r,{...n,room:s}),{contract:l}=a.challenger.manifest,u={model:t.challenger,contract:l,evaluation:o,dataset:null};return await wf({dataset:r,challenger:u,champion:i.scorer,sink:c},n.log)});if(!i(s))return{sanity:s,quality:s,baseline:s};let{fault:c,...l}=s;return n.tries.note(c),l}function Mf({challenge:e},t,{room:n,scoreFile:r}){let{challenger:i,champion:a,held:o,shard:s}=e,c=Nf({dataset:Cn(t),release:Sn(i),champion:a&&Sn(a)},o,t.slices);if(s===null)return od(c.question,{spill:n});let l=bd(c,{shard:s,range:t.range},r());return{add:async e=>l.add(e),async finish(){return l.finish(),dn(`only a part of the rows was scored`,"Join the shards with `model-release merge`.")}}}function Nf({dataset:e,release:t,champion:n},{evaluation:r,gates:a},o){if(r===null||!i(e))throw new u(`document-invalid`,`there was no evaluation set to score`,{fix:`Run the shards again.`});return{question:{evaluation:r,gates:a,slices:o,seed:1},dataset:e,challenger:t.digest,champion:n?.digest??null}}async function Pf({challenge:e},{champion:t},n){let{evaluation:r}=e.held,a=e.champion;if(a===null||r===null||!i(t))return{scorer:null,...Ff};let{manifest:o}=a,s={...r,...o.evaluation?.output===void 0?{}:{output:o.evaluation.output}},c={model:t,contract:o.contract,evaluation:s,dataset:null};if(wd(o,e.challenger.manifest))return{scorer:c,...Ff};let{folder:l}=e.challenger,u=await Cd({release:a,signature:t.signature,evaluation:{...s,slices:[]},folder:l,shard:e.shard},n);return{scorer:{...c,dataset:u},[Symbol.asyncDispose]:()=>u[Symbol.asyncDispose]()}}const Ff={async[Symbol.asyncDispose](){}};function If(e){return e.filter(({challenger:e,champion:t})=>e.length>0&&t.length>0)}function Lf(e,t,{replicates:n,seed:r}){if(t<2)return null;let i=e(new Uint32Array(t).fill(1)),a=new Uint32Array(t),o=ri(Float64Array.from({length:n},(t,n)=>(Rf(a,{seed:r,stream:1651273571},n),e(a))),zf(t));return o===null||!Number.isFinite(i)?null:{value:i,...o}}function Rf(e,t,n){let r=/* @__PURE__ */ new Int32Array(2);e.fill(0);for(let i=0;i<e.length;i++)Qe(t,{low:i,high:n},r),e[Math.floor((r[0]>>>0)/2**32*e.length)]++}function zf(e){return Ts(Math.sqrt(e/(e-1))*bl(.05,e-1))}function Bf(e){let t=If(e.blocks),n=Vf(t.map(e=>e.challenger)),r=Vf(t.map(e=>e.champion));return Lf(t=>Uf(n,t,e.quantile)/Uf(r,t,e.quantile),t.length,e)}function Vf(e){let t=Uint32Array.from(e,({length:e})=>e),n=t.reduce((e,t)=>e+t,0),r=new Float64Array(n),i=new Uint32Array(n),a=0;for(let[t,{length:n}]of e.entries())r.set(e[t],a),i.fill(t,a,a+n),a+=n;let o=ji(r),s=Uint32Array.from(o.rows,e=>i[e]);return{values:o.values,blockOf:s,sizes:t,below:Hf(s,e.length)}}function Hf(e,t){let n=Math.floor(e.length/256),r=new Uint32Array((n+1)*t);for(let i=0;i<n*256;i++){let n=Math.floor(i/256)+1;i%256==0&&r.copyWithin(n*t,(n-1)*t,n*t),r[n*t+e[i]]++}return r}function Uf(e,t,n){let{values:r,blockOf:i,sizes:a}=e;if(Number.isNaN(r.at(-1)))return NaN;let o=Math.max(1,Math.ceil(n*Kf(a,t)-1e-9)),s=Wf(e,t,o),c=Gf(e,t,s),l=s*256;for(;c<o;l++)c+=t[i[l]];return r[l-1]}function Wf(e,t,n){let r=0,i=e.below.length/t.length;for(;i-r>1;){let a=Math.floor((r+i)/2);Gf(e,t,a)<n?r=a:i=a}return r}function Gf({below:e},t,n){return Kf(e.subarray(n*t.length,(n+1)*t.length),t)}function Kf(e,t){let n=0;for(let r=0;r<t.length;r++)n+=e[r]*t[r];return n}const qf=[0,.01,.05,.1,.25,.5,.75,.9,.95,.99,.999,1],[Jf,Yf]=[-20,40];function Xf(e){return{quantiles:qf.flatMap(t=>{let n=Ze(e,t);return n===null?[]:[[t,ep(n)]]}),bins:Zf(e)}}function Zf({counts:e,samples:t,lowest:n,highest:r}){return t===0?[]:Array.from({length:Yf-Jf},(e,t)=>2**(Jf+t)).filter(e=>2*e>n&&e<=r).flatMap(t=>Array.from({length:8},(n,r)=>{let[i,a]=[t*(1+r/8),t*(1+(r+1)/8)];return[i,a,e.subarray(at(i),at(a)).reduce((e,t)=>e+t,0)]}).filter(([,,e])=>e>0))}function Qf(e){let t=0;return e.map(({seconds:e,errors:n,latenciesMs:r})=>{let i=r.toSorted(),a={atSeconds:ep(t),ratePerSecond:ep(r.length/e),errors:n,p50Ms:$f(i,.5),p95Ms:$f(i,.95)};return t+=e,a})}function $f(e,t){let n=e[Math.max(0,Math.ceil(t*e.length)-1)];return n===void 0?null:ep(n)}function ep(e){return Number(e.toPrecision(6))}function tp(e,t,n){let r=0;return n.open({kind:`calls`,concurrency:64,call:()=>{let n=t[r%t.length];return r+=1,e.predict(n)}})}const[np,rp]=[8,60];async function ip(e,t){let{traffic:n,challenger:r,champion:i,log:a}=t;await using o=await tp(r,e.requests,n),s=i===null?null:await tp(i,e.requests,n);let c=[ap(`challenger`,o),...s===null?[]:[ap(`champion`,s)]];for(let t of c)await cp(e,{seconds:2,block:-1},t.channel);await op(e,c,a);let[l,u]=c;return{device:r.device,challenger:lp(l,e),champion:u===void 0?null:lp(u,e),ratio:u===void 0?null:up(l,u,e.seed),invalid:c.map(dp).find(e=>e!==null)??null}}function ap(e,t){return{name:e,channel:t,measurement:rt(),parts:[],busyShare:0,waitingAtEnd:0}}async function op(e,t,n){let r=Math.min(rp,Math.max(np,Math.round(e.durationSeconds))),i=3e3*e.durationSeconds*t.length;for(let a=0,o=0;a<r;a+=1){let s={seconds:e.durationSeconds/r,block:a};for(let n of a%2==0?t:t.toReversed())o+=await sp(e,s,n);if(n.progress(`blocks of latency`,a+1,r),a>0&&o>i)break}}async function sp(e,t,n){let r=[],i=tt(n.measurement),a=await cp(e,t,n.channel,e=>{Xe(n.measurement,e),(e.error===null||e.error.kind===`timeout`)&&r.push(e.latencyMs)}),o=tt(n.measurement)-i;return n.parts.push({seconds:t.seconds,errors:o,latenciesMs:Float64Array.from(r)}),n.busyShare=Math.max(n.busyShare,a.waitingAtEnd>0?a.busyShare:0),n.waitingAtEnd+=a.waitingAtEnd,e.signal?.throwIfAborted(),a.elapsedMs}function cp({ratePerSecond:e,seed:t,signal:n},{seconds:r,block:i},a,o=()=>{}){let s={ratePerSecond:e,durationMs:r*1e3,arrivals:`poisson`,seed:t+i},c={nextDueMs:Ye(s),timeoutMs:1e4,settled:o};return a.send(n===void 0?c:{...c,signal:n})}function lp({name:e,measurement:t,parts:n},{ratePerSecond:r}){let{p50Ms:i,p95Ms:a,p99Ms:o}=et(t.latency),s=t.lag.samples;if(i===null||a===null||o===null){let[n]=t.errors.values(),r=n===void 0?`none came due`:n.example;throw new u(`prediction-failed`,`The ${e} answered none of ${s} requests: ${r}`,{fix:"Ask it by hand with `model-release predict`."})}let c={...Xf(t.latency),timeline:Qf(n)};return{p50Ms:i,p95Ms:a,p99Ms:o,ratePerSecond:r,samples:s,errors:tt(t),distribution:c}}function up(e,t,n){return Bf({blocks:e.parts.map(({latenciesMs:e},n)=>({challenger:e,champion:t.parts[n].latenciesMs})),quantile:.95,replicates:2e3,seed:n})}function dp({name:e,measurement:t,busyShare:n,waitingAtEnd:r}){let i=$e(t,{busyShare:n,waitingAtEnd:r});return i===null?null:`${e}: ${i}`}function fp({times:e,values:t},{confidence:n,step:r=0}){let i=e.length,[a,o]=[pp(e),pp(t)],[s,c]=[0,0];for(let n=0;n<i;n++)s+=(e[n]-a)**2,c+=(e[n]-a)*(t[n]-o);if(i<3||s===0)return null;let l=c/s,u=0;for(let n=0;n<i;n++)u+=(t[n]-o-l*(e[n]-a))**2;let d=Math.max(u/(i-2),r*r/12),f=-bl(ei(n),i-2)*Math.sqrt(d/s);return Number.isFinite(l+f)?{slope:l,lower:l-f,upper:l+f}:null}function pp(e){let t=e[0]??0;return t+e.reduce((e,n)=>e+(n-t),0)/e.length}async function mp(e,t){let{durationSeconds:n,signal:r}=e,i=gp(t,n*1e3/240);if(await i.take()===null)throw vp();await using a=await tp(t.challenger,e.requests,t.traffic);let o={arrivals:`poisson`,warmUpSeconds:.2*n,timeoutSeconds:60},s=Math.ceil(e.ratePerSecond*n),c=0,l=()=>{c===0&&i.forget(),c+=1,i.takeIfDue(),t.log.progress(`requests of the soak`,Math.min(c,s),s)},d=await nt({...e,...o,watch:l},a);r?.throwIfAborted();let f=await i.series(),p=fp(_p(f),{confidence:.9,step:4096});if(p===null)throw new u(`prediction-failed`,`A soak of ${n} s gave too few samples of memory for a slope.`,{fix:`Give gates.soak.durationSeconds a longer time.`});let{slope:m,lower:h,upper:g}=p;return{durationSeconds:n,requests:d.samples,errors:d.errors,bytesPerMinute:{value:m,lower:h,upper:g},memory:hp(f)}}function hp({times:e,values:t}){let n=e[0]??0,r=e=>Number(((e-n)*60).toFixed(3));return Array.from(t.subarray(0,480),(t,n)=>[r(e[n]),t])}function gp({challenger:e,clock:t},n){let r=[],i=Promise.resolve(),a=-1/0,o=async()=>{let n=await e.memory?.()??null;return n!==null&&r.push({minute:t.elapsedMs()/6e4,bytes:n.residentBytes}),n};return{take:o,takeIfDue:()=>{let e=t.elapsedMs();e<a||(a=e+n,i=Promise.all([i,o()]))},forget:()=>{r.length=0},series:async()=>(await i,{times:Float64Array.from(r,({minute:e})=>e),values:Float64Array.from(r,({bytes:e})=>e)})}}function _p({times:e,values:t}){let n=Math.max(1,Math.ceil(e.length/24)),r=Array.from({length:Math.floor(e.length/n)},(e,t)=>t*n),i=e=>Float64Array.from(r,t=>e.subarray(t,t+n).reduce((e,t)=>e+t,0)/n);return{times:i(e),values:i(t)}}function vp(){return new u(`platform-unsupported`,`This system does not tell how much memory the model's process holds.`,{fix:`Run it on Linux, or set gates.soak.level to off.`})}function yp(e){let t=If(e.blocks),n=bp(t.map(e=>e.challenger)),r=bp(t.map(e=>e.champion));return Lf(e=>xp(n,e)/xp(r,e),t.length,e)}function bp(e){return{sum:Float64Array.from(e,e=>e.reduce((e,t)=>e+t,0)),count:Float64Array.from(e,({length:e})=>e)}}function xp({sum:e,count:t},n){let[r,i]=[0,0];for(let a=0;a<n.length;a++)r+=n[a]*e[a],i+=n[a]*t[a];return r/i}const Sp=[.2,.5,1],[Cp,wp]=[8,2e5];async function Tp(e,t){let{traffic:n,challenger:r,champion:i,log:a}=t;await using o=await tp(r,e.requests,n),s=i===null?null:await tp(i,e.requests,n);let c=[await Dp(o,e),...s===null?[]:[await Dp(s,e)]];await Ep(e,c,a);let[l,u]=c,d=await kp(l,e),f=u===void 0?null:await kp(u,e);return{challengerPerSecond:d.ratePerSecond??0,championPerSecond:f===null?null:f.ratePerSecond??0,ratio:u===void 0?null:Ap(l,u,e.seed),invalid:jp([d,f])}}async function Ep(e,t,n){for(let r=0,i=0;r<10;r+=1){for(let n of r%2==0?t:t.toReversed()){let{elapsedMs:t,perSecond:r}=await Op(n.channel,n.requests,e);n.msPerAnswer.push(1e3/r),i+=t}if(n.progress(`blocks of throughput`,r+1,10),r>0&&i>6e4)break}}async function Dp(e,t){let n=Cp;for(let r of Sp){let{perSecond:i}=await Op(e,n,t);n=Math.min(wp,Math.max(Cp,Math.round(i*r)))}return{channel:e,requests:n,msPerAnswer:[]}}async function Op(e,t,{signal:n}){let r=rt(),i=0,a={nextDueMs:()=>(i+=1,i<=t?0:null),timeoutMs:6e4,settled:e=>Xe(r,e)},{elapsedMs:o}=await e.send(n===void 0?a:{...a,signal:n});n?.throwIfAborted();let{answered:s,lastEndMs:c}=r;if(s>0)return{perSecond:s*1e3/c,elapsedMs:o};let[l]=r.errors.values();throw new u(`prediction-failed`,`Of ${t} requests at once none was answered: ${l?.example}`,{fix:"Ask the model by hand with `model-release predict`."})}async function kp({channel:e,msPerAnswer:t},n){let r=1e3*t.length/t.reduce((e,t)=>e+t,0),{p95Ms:i,seed:a,signal:o}=n;if(i===null)return{ratePerSecond:r,boundBy:`maximum`,steps:[]};let s={arrivals:`poisson`,seed:a,warmUpSeconds:0,timeoutSeconds:60},c={startPerSecond:r/2,maxPerSecond:r,p95Ms:i,durationSeconds:2},l=await it({...s,...c,...o===void 0?{}:{signal:o}},e);return o?.throwIfAborted(),l}function Ap(e,t,n){return yp({blocks:e.msPerAnswer.map((e,n)=>({challenger:Float64Array.of(t.msPerAnswer[n]),champion:Float64Array.of(e)})),replicates:2e3,seed:n})}function jp(e){return e.find(e=>e?.boundBy===`sender`)?.steps.findLast(({invalid:e})=>e!==null)?.invalid??null}async function Mp(e,t,n){let{gates:r}=e.challenge.held,{ratePerSecond:a,durationSeconds:o,p95Ms:s=null}=r.latency,c=i(t.champion)?t.champion:null,l={...n,challenger:t.challenger,champion:c},u={requests:Fp(e),seed:1,signal:n.signal},d=(e,t,i)=>r[e]?.level===`off`?Promise.resolve(Pp):n.tries.measure(t,i);return{latency:await d(`latency`,`asking ${a} times a second for ${o} s each`,()=>Np(t,n,()=>ip({...u,ratePerSecond:a,durationSeconds:o},l))),throughput:await d(`throughput`,`asking as often as is answered`,()=>Tp({...u,p95Ms:s},l)),soak:await d(`soak`,`asking for ${r.soak?.durationSeconds??60} s on end`,()=>mp({...u,ratePerSecond:a,durationSeconds:r.soak?.durationSeconds??60},l))}}async function Np({challenger:e},{watchGpus:t},n){if(e.device===`cpu`)return{...await n(),gpus:[]};await using r=t();return{...await n(),gpus:r.use()}}const Pp=un(`the manifest switches this gate off`);function Fp({challenge:e,sample:t}){return e.challenger.manifest.contract.inputs.every(({shape:e})=>e?.[0]===-1)?On(t):[t]}const Ip=dn(`this is left to the first shard`);function Lp({shard:e}){return e!==null&&e.index>0}function Rp(e){let t=dn(`not measured: ${e}`);return{runtime:t,dataset:t,load:t,golden:t,sanity:t,edge:t,quality:t,latency:t,throughput:t,soak:t,parity:t,baseline:t}}const zp={rtol:.001,atol:1e-5};async function Bp(e,t){let{challenge:n,runtime:r}=e,a=await t.tries.measure(`loading the model to be asked`,()=>r.load(xn(n.challenger)));if(!i(a))return Rp(a.reason);await using o=a;let s=await pr(n.champion,r,t);await using c=i(s)?s:Vp;let l={challenger:a,champion:s},u={runtime:{name:r.name,version:a.version,device:a.device},...await jf(e,l,t)};return Lp(n)?{...Rp(Ip.reason),...u}:{...u,golden:await Hp(e,l,t),edge:await Up(e,t),parity:await Wp(e,l,t),...await Mp(e,l,t)}}const Vp={async[Symbol.asyncDispose](){}};async function Hp({challenge:e,golden:t},{challenger:n},{tries:r}){let a=e.held.golden??zp;return i(t)?r.measure(`asking the golden cases`,()=>Re(t,n,a)):t}async function Up({challenge:e,runtime:t,sample:n},{tries:r,clock:i}){let{contract:a}=e.challenger.manifest,o={requests:Zn(a,n),good:n,tolerance:e.held.golden??zp},s=()=>t.load(xn(e.challenger));return r.measure(`trying the edges of the contract`,()=>nr(o,{load:s,clock:i}))}async function Wp(e,{challenger:t},{tries:n,otherRuntime:r}){let i=await r();return i===null?un(`there is one runtime on this machine`):n.measure(`comparing the two runtimes`,async()=>{let n=await Gp(i,e);if(n===null)return un(`the ${i.name} runtime lacks an operator of this model`);await using r=n;let a=i.name===`tensorflow`?[n,t]:[t,n];return await cr({requests:Kp(e,t),tolerance:e.challenge.held.golden??zp,repeats:2},{reference:a[0],other:a[1]})})}async function Gp(e,{challenge:t}){try{return await e.load(xn(t.challenger))}catch(e){if(e instanceof u&&e.code===`operator-missing`)return null;throw e}}function Kp({golden:e,sample:t},{signature:n}){let r=(i(e)?e.slice(0,50):[]).flatMap(e=>{try{return[e.inputs(n)]}catch{return[]}});return r.length>0?r:[t]}function qp({gates:e},t){return Object.entries(e.quality?.metrics??{}).flatMap(([e,{maxLoss:n,decide:r}])=>{if(n===void 0||r===`point`||!A(e))return[];let i=ks({standardError:Math.sqrt(.05/t),rows:t},n);return i===null||i<=t?[]:[`${t} rows will hardly decide a loss of ${n} of ${e}: that takes about ${i} or more`]})}async function Jp({dataset:e,golden:t,contract:n,signature:r}){try{if(e!==null)for await(let{inputs:t}of e.batches(32))return t;let[n]=t;if(n!==void 0)return n.inputs(r)}catch(e){if(!(e instanceof u))throw e}return Yp(n)}function Yp({inputs:e}){return new Map(e.map(e=>[e.name,Xp(e)]))}function Xp(e){let{dtype:t}=e,n=(e.shape??[1]).map(e=>e===-1?1:e),r=n.reduce((e,t)=>e*t,1),i=lt[t];if(i===void 0)return{dtype:t,shape:n,data:Array.from({length:r},()=>Zp)};let a={dtype:t,shape:n,data:new i(r)};return Vn(a,zn(e,a))}const Zp=new TextEncoder().encode(`a`),Qp=2**28;async function $p(e,t,n){let r=await n.runtime(),a=await rm(e,t,n);await using o=i(a)?a:nm;let s=i(a)?im(a,e):[];for(let e of s)n.log.info(e);let c=await am(e,n),l=await Jp({dataset:i(a)?a:null,golden:i(c)?c:[],contract:e.challenger.manifest.contract,signature:t}),u=await em(e,l,{...n,runtime:async()=>r}),d={dataset:i(a)?Cn(a):a,load:u},f=i(u)&&u.attempts.every(({outcome:e})=>e===`failed`)?Rp(`the model does not load`):await Bp({challenge:e,runtime:r,dataset:a,golden:c,sample:l},n),p=i(a)?a.slices:[];return{evidence:{...f,...d},slices:p,warnings:s}}async function em(e,t,n){if(Lp(e))return Ip;let{challenger:r,wantedDevice:a}=e,o=await n.runtime(),s=await n.tries.measure(`loading the model in three fresh processes`,()=>Tn({request:xn(r),inputs:t,wantedDevice:a},{...n,runtime:o}));for(let e of i(s)?s.attempts:[])e.outcome===`failed`&&e.isPlatform&&n.tries.note(tm(e));return s}function tm({code:e,message:t,fix:n}){return new u(e,t,{fix:n})}const nm={async[Symbol.asyncDispose](){}};async function rm({challenger:e,held:t,shard:n},r,i){let{evaluation:a}=t;if(a===null)return un(`the manifest names no evaluation set`);let{folder:o}=e;return i.tries.measure(`opening the evaluation set`,()=>Cd({release:e,signature:r,evaluation:a,folder:o,shard:n},i))}function im({remarks:e,rows:t},{champion:n,held:r}){return n===null?e:[...e,...qp(r,t)]}async function am({challenger:e},{tries:t,files:n}){let{golden:r}=e.manifest;return r===void 0?un(`the manifest names no golden cases`):t.measure(`reading the golden cases`,async()=>R(await n.read(`${e.folder}/${r.file}`,Qp),r.file))}async function om(e,t){let{challenger:n,champion:r}=e,i=await N(n,{tensorflowVersion:null},t),a={schema:`model-release/evidence/v1`,release:Sn(n),champion:r===null?null:Sn(r),...pn(n.manifest,r?.manifest??null,i),rehearsal:un(`nothing was rehearsed`),shortcut:e.shortcut};if(e.shortcut!==null)return{evidence:{...a,...Rp(`this very release served before`)},faults:[],slices:[]};let o=i.signatures.find(({name:e})=>e===n.manifest.artifact.signatureName),s=mn(a)??(o===void 0?`the model has no such signature`:null);if(s!==null)return{evidence:{...a,...Rp(s)},faults:[],slices:[]};let c=_n(t),{evidence:l,slices:u,warnings:d}=await $p(e,o,{...t,tries:c}),f={...a.lint,warnings:[...a.lint.warnings,...d]};return{evidence:{...a,lint:f,...l},faults:c.faults,slices:u}}async function sm({manifest:e,artifact:t},n,{repository:r,copies:i}){if(t===null)return v({manifest:e,folder:n},i);let a=`${n}/artifact`;return await r.copy(t,a,{maxFiles:1e4,maxBytes:e.artifact.maxBytes}),{manifest:e,folder:n,directory:a}}async function cm(e,t){let{path:n,model:r,digest:i,asked:a,base:o,into:s}=e,{files:c,log:l}=t;if(a!==null&&await c.kind(t.resolve(a))===`file`)return v(await y({path:t.resolve(a),title:a},c),t.copies);let{repository:u,path:d}=await gt(n,t.repositories),f=await m({path:d,model:r,digest:i,base:o,asked:a},u);return f.kind===`committed`?sm(f,s,{repository:u,copies:t.copies}):(l.info(`There is no champion: ${f.reason}.`),null)}async function lm({challenger:e,champion:t},n){let r=um(n);if(t!==null){let e=await r.merge(t,null);if(!e.isDone)return{promotion:{...e,reason:`the champion: ${e.reason}`},return:null}}let i=await r.merge(e,t),a=t?.artifact.digest!==e.artifact.digest;return{promotion:i,return:t===null||!a||!i.isDone?null:await r.merge(t,e)}}function um(e){let t=[],n=hm(e,t),r=0;return{async merge(i,a){r+=1,t.length=0;let o=e.clock.elapsedMs(),s=String(r).padStart(40,`0`),{outcome:c,reason:l}=await Be(dm(i,e),{...n,...pm({manifest:fm(i),before:a,commit:s})});return mm({outcome:c,reason:l},[...t],Math.round(e.clock.elapsedMs()-o))}}}function dm({target:e},{signal:t}){return{endpointId:e.endpoint,leaseObject:`rehearsal.json`,holder:`rehearsal`,isPatient:!0,signal:t}}function fm(e){return{...e,rollout:{...e.rollout,bakeSeconds:0,minSamples:0}}}function pm({manifest:e,before:t,commit:n}){let r={kind:`passed`,champion:t?.artifact.digest??null,evidenceDigest:e.artifact.digest,planHash:null,isApproved:!0,isFailureWaived:!1},i={commit:n,pullRequest:null,actor:null},a=t===null?`same`:`newer`;return{desire:async()=>({cause:i,manifest:e,onDelete:`hold`,planHash:null,isRetry:!1,isFrozen:!1,order:a}),passOf:async()=>r,judge:async()=>({kind:`pass`,reason:`a rehearsal`}),propose:async()=>{},tell:async()=>{}}}function mm({outcome:e,reason:t},n,r){return{isDone:e===`healthy`||e===`noop`,reason:t,writes:n,milliseconds:r}}function hm(e,t){let{endpoint:n,registry:r}=e,i=(e,n,r)=>(...i)=>(t.push({kind:e,resource:n}),r(...i));return{...e,endpoint:{...n,deploy:i(`deploy`,n.name,n.deploy),share:i(`share`,n.name,n.share),undeploy:i(`undeploy`,n.name,n.undeploy)},registry:{...r,upload:i(`register`,`registry`,r.upload),alias:i(`alias`,`registry`,r.alias)},upload:i(`upload`,e.bucket.name,e.upload)}}async function gm({challenger:e,champion:t,evidence:n},r,a){let o=ym(e.manifest);if(o===null)return un(`the manifest does not say what serves the model, and where`);if(!i(n.runtime))return dn(`not rehearsed: the model was not loaded`);a.log.info(`Rehearsing the promotion and the way back.`);try{await using n=await a.rehearsalCloud(o,await r());return await lm({challenger:e.manifest,champion:vm(t,e)},{...a,...n,endpoint:n.endpoint(o.endpoints[0]),staging:n.endpoint,upload:r=>xm(r,_m(r,e,t),{...a,cloud:n}),smoke:bm})}catch(e){return fn(l(e))}}function _m({artifact:e},t,n){return n?.manifest.artifact.digest===e.digest?n.directory:t.directory}function vm(e,{manifest:t}){return e===null?null:{...e.manifest,target:t.target,serving:e.manifest.serving??t.serving}}function ym({target:e,serving:t}){if(e===void 0||t===void 0)return null;let{project:n,region:r,bucket:i,endpoint:a,stagingEndpoint:o}=e;return{project:n,region:r,bucket:i,endpoints:o===void 0?[a]:[a,o]}}const bm=async()=>({kind:`passed`,requests:0});async function xm({model:e,artifact:t},n,{cloud:r,...i}){return await dt({directory:n,model:e.name,digest:t.digest},r.bucket,i),{kind:`done`,value:null}}function Sm(e){return ot(e)}async function Cm(e,{shardDocument:t,...n},{files:r}){if(await r.write(`${e}/${Dt.evidence}`,c(n.evidence)),t!==null){await r.write(`${e}/${Dt.document}`,`${st(t)}\n`);return}let i={"verdict.json":Sm(n.verdict),...h(n)};for(let[t,n]of Object.entries(i))await r.write(`${e}/${t}`,n)}async function wm(e,t,n){await using r=await n.scratch();let i=ut(r.folder,n),{path:s,manifest:c}=e,l=await v(e,i),u=await cm({path:s,model:c.model.name,digest:c.artifact.digest,asked:t.champion,base:n.base,into:r.folder},{...n,copies:i}),d=n.today(),f=u?.manifest??null,p=t.champion===null?await _t({path:s,manifest:c,champion:f},n):null,m=a({challenger:c,base:f,approvals:[],today:d,served:p}),{evaluation:h,golden:g,gates:_}=m,{device:y,shard:b}=t,x={challenger:l,champion:u,held:{evaluation:h,golden:g,gates:_},wantedDevice:y===`auto`?null:y,shortcut:vt(p),shard:b},S=await Em(t,n),C=await om(x,{...S,copies:i}),w=await Tm({...x,evidence:C.evidence},S.runtime,n),{faults:T,slices:E}=C,D=o(w,m),O=b&&{schema:`model-release/shard/v1`,shard:b,today:d,slices:E,challenger:c,champion:f};if(t.out!==null){let e={path:t.manifest,manifest:c,champion:f,evidence:w,verdict:D};await Cm(n.resolve(t.out),{...e,shardDocument:O},n)}return{evidence:w,verdict:D,fault:T.find(Om)??null}}async function Tm(e,t,n){let{evidence:r,shard:i,challenger:a}=e;return a.manifest.gates.rehearsal?.level===`off`||r.shortcut!==null||n.signal.aborted||i!==null&&i.index>0?r:{...r,rehearsal:await gm(e,t,n)}}async function Em(e,t){e.out!==null&&await t.makeFolder(t.resolve(e.out));let n=null,r=()=>n??=t.runtime(e),i=()=>t.newFile(`${t.resolve(e.out)}/${Dt.scores}`);return{...t,runtime:r,scoreFile:i,otherRuntime:async()=>t.otherRuntime((await r()).name)}}const Dm=/* @__PURE__ */ new Set([`usage`,`document-invalid`,`dataset-invalid`,`artifact-changed`,`file-missing`,`lfs-pointer`,`bucket-denied`,`bucket-missing`,`bucket-refused`]);function Om({code:e,exitCode:t}){return t===4||Dm.has(e)}async function km(e,t){await wt(e.isTrusted,t);let n=await mt(e,t);if(e.isDeciding&&await yt(n,t))return{status:``,evidence:``,needsValidation:!0,exitCode:0};let r=xt(n,t),i=/* @__PURE__ */ new Set,a=[];for(let o of n)a.push(await t.group(`validate ${o.title}`,()=>Pm(o,e,{...t,runtime:r,taken:i}))),t.log.info(`${x(o.title)}: ${a.at(-1).outcome}`);t.annotate(a.flatMap(({notices:e})=>e)),await ht(e,i,t);let o=a.flatMap(({outcome:e})=>e===`scored`?[]:[e]);return{status:o.length===0?``:s(o),evidence:a.length===0?``:e.out,needsValidation:!1,exitCode:Nm.find(e=>a.some(({exitCode:t})=>t===e))??0}}async function Am(e,t){let n=t.resolve(e.manifest);return wm({...await y({path:n,title:e.manifest},t.files),path:n},e,t)}const jm={pass:0,scored:0,fail:1,inconclusive:3};function Mm({verdict:e,evidence:t,fault:n},{shard:r}){if(n!==null&&e.status!==`fail`)throw n;return r!==null&&i(t.sanity)?`scored`:e.status}const Nm=[1,2,4,3,0];async function Pm(e,t,n){try{if(n.signal.aborted)throw Fm(e);let r=await y(e,n.files),i=`${t.out}/${Im(r.manifest.model.name,n.taken)}`,a={...t,manifest:e.title,out:i},o=await wm({...r,path:e.path},a,n);if(t.shard===null)for(let e of p(o.verdict))n.log.info(e);let s=Mm(o,t),c=s===`scored`?[]:f(o.verdict,e.title);return{outcome:s,exitCode:jm[s],notices:c}}catch(e){let t=l(e);return await n.report(t),{outcome:`inconclusive`,exitCode:t.exitCode,notices:[]}}}function Fm({title:e}){return new u(`interrupted`,`${x(e)} was not validated: the run was interrupted`,{fix:`Run it again.`})}function Im(e,t){let n=e;for(let r=2;t.has(n);r+=1)n=`${e}-${r}`;return t.add(n),n}export{bn as _,Sm as a,nf as c,md as d,hd as f,Z as g,od as h,km as i,vd as l,dd as m,Mm as n,Nf as o,pd as p,Am as r,_f as s,jm as t,ud as u,Dt as v,At as y};