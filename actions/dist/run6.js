import{i as e,o as t,t as n}from"./rolldown-runtime.js";import{c as r,i,l as a,n as o,o as s,s as c}from"./judge.js";import{r as l,t as u}from"./failure.js";import{D as d,M as f,O as p,j as m,n as h,r as g,t as _}from"./payload.js";import{n as v,r as y}from"./open-release2.js";import{a as b,s as x}from"./phrases.js";import{n as S,r as C}from"./proposal.js";import{t as w}from"./run5.js";import{t as T}from"./json.js";import{i as E,t as D}from"./validate2.js";import{a as O,i as k,o as A,r as j,s as M}from"./manifest.js";import{t as N}from"./release-inspection.js";import{a as P,i as F,l as I,n as L,r as R}from"./contract.js";import{t as ee}from"./exchange.js";import{i as te,n as z,r as B}from"./named-tensors.js";import{$ as V,A as ne,B as re,C as ie,D as H,E as ae,F as U,G as oe,H as W,I as se,J as ce,K as le,L as ue,M as de,N as G,O as K,P as fe,Q as pe,R as me,T as he,U as ge,V as _e,W as ve,X as q,Y as J,Z as ye,_ as Y,a as be,at as xe,b as Se,c as Ce,et as we,g as Te,h as Ee,i as De,it as Oe,j as ke,k as Ae,l as je,nt as Me,o as Ne,ot as Pe,q as Fe,r as Ie,rt as Le,s as Re,t as ze,tt as Be,u as Ve,v as He,w as Ue,x as We,y as Ge,z as Ke}from"./golden.js";import{t as qe}from"./saved-model.js";import{t as Je}from"./scan-model.js";import{t as Ye}from"./artifact.js";import{n as Xe}from"./lfs-pointer.js";import{a as Ze,c as Qe,d as $e,f as et,i as tt,l as nt,o as rt,r as it,s as at,t as ot,u as st}from"./highest-rate.js";import{b as ct,d as lt,m as ut,p as dt,x as ft}from"./ledger.js";import{t as pt}from"./bucket-place2.js";import{t as mt}from"./fit.js";import{t as ht}from"./bucket-copies2.js";import{n as gt,r as _t,t as vt}from"./claimants.js";import{r as yt}from"./tip.js";import{a as bt}from"./wishes.js";import{createHash as xt}from"node:crypto";async function St({folder:e,base:t},{repositories:n,log:r}){let i=await n.find(e),a=i===void 0?null:await C(t,i);if(i===void 0||a===null)throw new u(`usage`,`there is no base branch here, so nobody can tell which release.yaml is proposed`,{fix:`Check the repository out with actions/checkout, or name the manifest.`});let o=await S(a,i),s=o.filter(({kind:e})=>e===`deleted`);for(let{path:e}of s)r.info(`${x(e)} is deleted: there is nothing of it to validate.`);return o.length===s.length&&r.info(`No release.yaml is added or changed: nothing is validated.`),o.filter(e=>!s.includes(e)).map(({path:e})=>({path:`${i.top}/${e}`,title:e}))}async function Ct({manifest:e,champion:t},n){let{resolve:r,files:i}=n;if(e!==null)return[{path:r(e),title:e}];if(t!==null&&await i.kind(r(t))===`file`)throw new u(`usage`,`the champion is a file, ${x(t)}, and each release has a champion of its own`,{fix:`Name the manifest as well, or a commit as the champion.`});return St({folder:r(`.`),base:n.base},n)}async function wt({artifact:e,out:t},n,{keep:r,resolve:i,log:a,annotate:o}){if(e!==null&&n.size!==0)try{let{sizeBytes:n}=await r({name:e,folder:i(t)});a.info(`The evidence is kept as the artifact ${x(e)}, ${n} bytes.`)}catch(e){let{code:t,message:n,fix:r}=l(e);a.info(`The evidence is not kept: ${n}. ${r}`),t!==`artifacts-absent`&&o([{level:`warning`,title:`the evidence is not kept`,message:n,fix:r,file:null}])}}async function Tt(e,t){let[,n,r]=/^(.*)\/([^/]*)$/.exec(e),i=await t.find(n||`/`);return{repository:i,path:[i?.folder,r].filter(Boolean).join(`/`)}}async function Et({path:e,manifest:t,champion:n},{repositories:r,log:i}){if(t.target===void 0||n===null)return null;let{repository:a,path:o}=await Tt(e,r);if(a===void 0)return null;try{let e=await d(t.target.endpoint,a),r=await p({path:o,manifest:t,champion:n},e,a);return r!==null&&i.info(`This very release served before and was well: line ${r.sequence} of the ledger.`),r}catch(e){return i.info(`The ledger is not read, so everything is measured: ${l(e).message}`),null}}function Dt(e){return e===null?null:{healthy:e.sequence}}async function Ot(e,t){for(let n of e)if(!await kt(n,t))return t.log.info(`${x(n.title)} has to be measured.`),!0;return!1}async function kt({path:e,title:t},n){let{files:r,repositories:i,base:a}=n;try{let{manifest:o}=await y({path:e,title:t},r),s=await Tt(e,i),c={path:s.path,model:o.model.name,base:a,asked:null},l=await h(c,s.repository);return l.kind!==`none`&&await Et({path:e,manifest:o,champion:l.manifest},n)!==null}catch(e){if(e instanceof u)return!1;throw e}}function At(e,t){return async n=>{try{return await t.runtime(n)}catch(r){if(!(r instanceof u&&r.code===`runtime-missing`)||n.runtime!==`tensorflow`)throw r;t.log.info(`TensorFlow is not on this runner yet: it is set up.`);let i=n.device===`gpu`?`gpu`:`cpu`,a={...await t.setup(),manifests:async()=>e.map(({path:e})=>e)};return await w({tensorflowVersion:null,variant:i,indexUrl:null},a),t.runtime(n)}}}const jt=/* @__PURE__ */ new Set([`pull_request_target`,`issue_comment`,`workflow_run`]),Mt={maxBytes:2**25,maxDepth:64,maxValues:2**20};async function Nt(e,{event:t,files:n}){if(e||!jt.has(t.name))return;let r=t.path===``?null:D(T(await n.read(t.path,Mt.maxBytes),t.path,Mt)),i=_(r,`repository`,`full_name`),a=Pt(t.name,r);if(typeof a==`string`&&a===i)return;let o=typeof a==`string`?`the fork ${x(a)}`:`a head that the event does not name`;throw new u(`usage`,`on ${t.name} this job has secrets, and the model would be of ${o}`,{fix:`Validate on pull_request, whose job has no secrets; or set allow-untrusted where an environment asks for approval first.`})}function Pt(e,t){return e===`pull_request_target`?_(t,`pull_request`,`head`,`repo`,`full_name`):e===`workflow_run`?_(t,`workflow_run`,`head_repository`,`full_name`):void 0}var Ft={$schema:`https://json-schema.org/draft/2020-12/schema`,$id:`urn:model-release:shard:v1`,title:`Shard document`,description:`What one of several runs over parts of the rows leaves for the run that joins them.`,type:`object`,additionalProperties:!1,required:[`schema`,`shard`,`today`,`slices`,`challenger`,`champion`],properties:{schema:{const:`model-release/shard/v1`},shard:{description:`Which part, from 0, of how many.`,type:`object`,additionalProperties:!1,required:[`index`,`count`],properties:{index:{type:`integer`,minimum:0,maximum:999},count:{type:`integer`,minimum:1,maximum:1e3}}},today:{description:`The day of the run, on which waivers count or have expired.`,type:`string`,pattern:`^\\d{4}-\\d{2}-\\d{2}$`},slices:{description:`The slices of the whole evaluation set, in the order of the scores.`,type:`array`,items:{type:`object`,additionalProperties:!1,required:[`predicate`,`required`],properties:{predicate:{type:`string`},required:{type:`boolean`},by:{type:`string`}}}},challenger:{description:`The challenger's manifest.`,type:`object`},champion:{description:`The champion's manifest; null for a first release.`,anyOf:[{type:`object`},{type:`null`}]}}};const It={document:`shard.json`,evidence:`evidence.json`,scores:`scores.bin`},Lt={maxBytes:8*2**20,maxDepth:32,maxValues:2**18},Rt=32*2**20;async function zt(e,t){let n=t=>`${e}/${t}`,i=Bt(await t.read(n(It.document),Lt.maxBytes),n(It.document)),a=await t.read(n(It.evidence),Rt);return{folder:e,document:i,evidence:r(a,n(It.evidence))}}function Bt(e,t){let n=E(Ft,T(e,t,Lt)),r=(e,n)=>{let r=JSON.stringify(e);return E(M,T(r,`${t} (${n})`,Lt))},{challenger:i,champion:a}=n;return{...n,challenger:r(i,`challenger`),champion:a===null?null:r(a,`champion`)}}function Vt(e,t,n){if(t.dtype===n.dtype)return[];let r=`callers that use ${t.dtype} do not fit ${n.dtype}`;return[{kind:`dtype`,path:`${e}.dtype`,before:t.dtype,after:n.dtype,effect:`breaking`,reason:r}]}function Ht(e,t,n,r){let[i,a]=[P(t),P(n)];if(i===a)return[];let o=t?.length===n?.length?`shape`:`rank`,s=r===`accepts`?L(n,t):L(t,n),c=r===`accepts`?s?`everything that fitted still fits`:`some tensors of ${i} no longer fit`:s?`every answer still has the promised shape`:`answers may no longer have the shape ${i}`;return[{kind:o,path:`${e}.shape`,before:i,after:a,effect:s?`compatible`:`breaking`,reason:c}]}function Ut(e,t,n,r){let[i,a]=[Gt(t),Gt(n)];if(i===a)return[];let o=Wt(n,t),s=Wt(t,n),c=r===`accepts`?s:o;return[{kind:o?`rangeNarrowed`:s?`rangeWidened`:`rangeMoved`,path:e,before:i,after:a,effect:c?`compatible`:`breaking`,reason:r===`accepts`?c?`every value that was allowed still is`:`values that were allowed no longer are`:c?`every answer lies within the range that was promised`:`answers may lie outside the range that was promised`}]}function Wt(e,t){return t===void 0||e!==void 0&&e[0]>=t[0]&&e[1]<=t[1]}function Gt(e){return e===void 0?`any`:`[${e[0]}, ${e[1]}]`}function Kt(e,t){let n=new Map(e.map(e=>[e.name,e])),r=new Set(t.map(({name:e})=>e)),i=t.flatMap(e=>{let t=n.get(e.name);return t===void 0?[]:[[t,e]]}),a=e.filter(({name:e})=>!r.has(e)),o=t.filter(({name:e})=>!n.has(e)),[s,c]=[a[0],o[0]],l=a.length===1&&o.length===1&&s&&c&&qt(s,c)?[s,c]:null;return{kept:i,removed:l?[]:a,added:l?[]:o,renamed:l}}function qt(e,t){return e.dtype===t.dtype&&P(e.shape)===P(t.shape)}function Jt(e,t){let{kept:n,removed:r,added:i,renamed:a}=Kt(e,t);return[...r.map(({name:e})=>({kind:`removed`,path:`inputs.${e}`,before:e,after:`absent`,effect:`breaking`,reason:`a request that sends it is refused`})),...i.map(({name:e})=>({kind:`added`,path:`inputs.${e}`,before:`absent`,after:e,effect:`breaking`,reason:`a request that does not send it is refused`})),...a?Yt(...a):[],...n.flatMap(([e,t])=>Xt(e,t))]}function Yt(e,t){let n=`a request that names ${x(e.name)} is refused`,{name:r}=t;return[{kind:`renamed`,path:`inputs.${r}`,before:e.name,after:r,effect:`breaking`,reason:n},...Xt(e,t)]}function Xt(e,t){let n=`inputs.${t.name}`;return[...Vt(n,e,t),...Ht(n,e.shape,t.shape,`accepts`),...Zt(n,e,t),...e.encoding!==void 0&&e.encoding===t.encoding?an(n,e,t):Qt(n,e.features,t.features),...sn(n,e,t),...ln(n,e,t)]}function Zt(e,t,n){if(t.encoding===n.encoding)return[];let[r,i]=[t.encoding??`plain tensor`,n.encoding??`plain tensor`],a=`a request built as ${r} cannot be read as ${i}`;return[{kind:`encoding`,path:`${e}.encoding`,before:r,after:i,effect:`breaking`,reason:a}]}function Qt(e,t,n){let r=`${e}.features`;if(t===void 0&&n===void 0)return[];if(t===void 0||n===void 0)return $t(r,t,n);let[i,a]=[t.map(R),n.map(R)],[o,s]=[new Set(i),new Set(a)],c=i.filter(e=>!s.has(e)),l=a.filter(e=>!o.has(e));return i.length===a.length&&i.every((e,t)=>e===a[t]||!s.has(e)&&!o.has(a[t]))?i.flatMap((e,t)=>e===a[t]?[]:[en(r,e,a[t])]):[...c.map(e=>tn(r,e,`the columns after it move to other places`,`breaking`)),...l.map(e=>nn(r,e,`a request without it has too few columns`,`breaking`)),...rn(r,i.filter(e=>s.has(e)),a.filter(e=>o.has(e)))]}function $t(e,t,n){let r=e=>e?un(e.map(R)):`undeclared`,i=t===void 0?`compatible`:`breaking`,a=t===void 0?`the order of the columns is now declared`:`the order of the columns is no longer declared, and cannot be checked`;return[{kind:`features`,path:e,before:r(t),after:r(n),effect:i,reason:a}]}function en(e,t,n){return{kind:`featureRenamed`,path:`${e}.${n}`,before:t,after:n,effect:`breaking`,reason:`another column now fills its place`}}function tn(e,t,n,r){return{kind:`featureRemoved`,path:`${e}.${t}`,before:t,after:`absent`,effect:r,reason:n}}function nn(e,t,n,r){return{kind:`featureAdded`,path:`${e}.${t}`,before:`absent`,after:t,effect:r,reason:n}}function rn(e,t,n){return t.every((e,t)=>e===n[t])?[]:[{kind:`featureOrder`,path:e,before:un(t),after:un(n),effect:`breaking`,reason:`the same numbers would be read as other features`}]}function an(e,t,n){let r=`${e}.features`,i=e=>new Map((e.features??[]).map(e=>[R(e),on(e)])),[a,o]=[i(t),i(n)],s=new Set(n.nullable);return[...[...a.keys()].filter(e=>!o.has(e)).map(e=>tn(r,e,`an example that holds it is still read`,`compatible`)),...[...o.keys()].filter(e=>!a.has(e)).map(e=>s.has(e)?nn(r,e,`it may be absent`,`compatible`):nn(r,e,`an example without it is refused`,`breaking`)),...[...a].flatMap(([e,t])=>{let n=o.get(e);if(n===void 0||n===t)return[];let i=`an example that holds ${t} is refused`;return[{kind:`featureDtype`,path:`${r}.${e}`,before:t,after:n,effect:`breaking`,reason:i}]})]}function on(e){return typeof e==`string`?`undeclared`:e.dtype}function sn(e,t,n){let r=new Set(F(n));return F(t).flatMap(i=>{let a=t.features===void 0&&n.features===void 0?n.name:i;return r.has(a)?Ut(`${e}.ranges.${a}`,cn(t.ranges,i),cn(n.ranges,a),`accepts`):[]})}function cn(e,t){return e!==void 0&&Object.hasOwn(e,t)?e[t]:void 0}function ln(e,t,n){let[r,i]=[new Set(t.nullable),new Set(n.nullable)],a=new Set(F(t));return F(n).filter(e=>a.has(e)&&r.has(e)!==i.has(e)).map(t=>{let[n,a]=r.has(t)?[`may be absent`,`required`]:[`required`,`may be absent`],o=i.has(t)?`compatible`:`breaking`,s=i.has(t)?`every request that was whole still is`:`a request without it is refused`;return{kind:`nullable`,path:`${e}.nullable.${t}`,before:n,after:a,effect:o,reason:s}})}function un(e){return e.length>12?`${e.slice(0,12).join(`, `)}, … (${e.length})`:e.join(`, `)}function dn(e,t){let{kept:n,removed:r,added:i,renamed:a}=Kt(e.outputs,t.outputs),o=t=>`${fn(t,e)} would find it missing`;return[...r.map(({name:e})=>({kind:`removed`,path:`outputs.${e}`,before:e,after:`absent`,effect:`breaking`,reason:o(e)})),...i.map(t=>pn(t,e)),...a?mn(a,o(a[0].name)):[],...n.flatMap(([e,t])=>hn(e,t))]}function fn(e,{consumers:t=[]}){let n=t.filter(({reads:t})=>t.includes(e)).map(({name:e})=>x(e));return n.length===0?`a caller that reads it`:n.length>6?`${n.slice(0,6).join(`, `)} and ${n.length-6} others`:n.join(`, `)}function pn({name:e},t){let n=t.outputs.length===1;return{kind:`added`,path:`outputs.${e}`,before:`absent`,after:e,effect:n?`breaking`:`compatible`,reason:n?`answers become objects: a single output is returned without its name, several with`:`what callers read stays`}}function mn([e,t],n){return[{kind:`renamed`,path:`outputs.${t.name}`,before:e.name,after:t.name,effect:`breaking`,reason:n},...hn(e,t)]}function hn(e,t){let n=`outputs.${t.name}`;return[...Vt(n,e,t),...Ht(n,e.shape,t.shape,`promises`),...Ut(`${n}.range`,e.range,t.range,`promises`),...gn(n,e.labels,t.labels)]}function gn(e,t,n){if(t?.length===n?.length&&(t??[]).every((e,t)=>e===n?.[t]))return[];let r={path:`${e}.labels`,before:_n(t),after:_n(n)};if(t===void 0)return[{kind:`labels`,...r,effect:`compatible`,reason:`what the values stand for is now declared`}];if(n===void 0)return[{kind:`labels`,...r,effect:`breaking`,reason:`what the values stand for is no longer declared`}];let i=new Set(n),a=t.length===n.length&&t.every(e=>i.has(e)),o=a?`labelOrder`:`labels`,s=a?`the same numbers would be read as other labels`:`the values stand for something else`;return[{kind:o,...r,effect:`breaking`,reason:s}]}function _n(e){return e===void 0?`undeclared`:b(e,12)}function vn(e,t){return[...Jt(e.inputs,t.inputs),...dn(e,t)]}function yn(e){return{unmeasured:`notApplicable`,reason:e,fix:null}}function bn(e,t=null){return{unmeasured:`notPossible`,reason:e,fix:t}}function xn(e){if(e instanceof u)return bn(e.message,e.fix);throw e}function Sn(e,t,n){let{release:r,safety:i,servable:a,lint:o}=n;return{lint:{findings:o,missing:r.missing.map(({path:e})=>e),placeholders:r.placeholders,servable:a.findings,completeness:r.completeness,warnings:Tn(e)},digest:{declared:r.declaredDigest,actual:n.digest},signature:r.signature??yn(`the manifest names no signer`),safety:{findings:i.findings},size:{bytes:n.bytes,files:n.files},contract:wn(e.contract,t?.contract??null,r.contract)}}function Cn({digest:e,safety:t,lint:n}){return e.declared===e.actual?t.findings.length>0?`the artifact is not safe to load`:n.findings.some(({level:e})=>e===`fail`)?`the artifact holds what must not be released`:null:`the artifact is not the one that the manifest pins`}function wn(e,t,n){let r=t===null?[]:vn(t,e),i=r.filter(({effect:e})=>e===`breaking`).map(({path:e})=>e),a=e=>i.some(t=>t===`outputs.${e}`||t.startsWith(`outputs.${e}.`));return{mismatches:n,changes:r,brokenConsumers:(t?.consumers??[]).flatMap(({name:e,reads:t})=>t.filter(a).map(t=>({consumer:e,output:t})))}}function Tn({evaluation:e}){return e===void 0||e.dataset.digest!==void 0?[]:[`evaluation.dataset has no digest: nobody can tell later which rows were judged`]}function En({log:e,signal:t}){let n=[],r=e=>{e!==null&&!n.includes(e)&&n.push(e)};return{faults:n,note:r,async measure(n,i){try{return t.aborted||e.info(n),await Dn(i,t)}catch(t){let i=xn(t);return r(t),e.info(`${n}: ${i.reason}`),i}}}}async function Dn(e,t){if(t.aborted)throw On();let{promise:n,reject:r}=Promise.withResolvers(),i=()=>r(On());t.addEventListener(`abort`,i);try{let t=e();return Promise.allSettled([t]),await Promise.race([t,n])}finally{t.removeEventListener(`abort`,i)}}function On(){return new u(`interrupted`,`the run was interrupted before this was measured`,{fix:`Run it again.`})}function kn({outputs:e},{output:t}){let[n]=e;return(e.find(({name:e})=>e===t)??n)?.labels}function An({manifest:e,directory:t}){return{directory:t,signatureName:e.artifact.signatureName}}function jn({manifest:{model:e,artifact:t}}){return{model:e.name,version:e.version,digest:t.digest}}function Mn({digest:e,rows:t}){return{digest:`sha256:${e}`,rows:t}}const Nn=/* @__PURE__ */ new Set([`out-of-space`,`device-missing`,`io`]);async function Pn(e,t){let n=[];for(let r=0;r<3;r+=1)n.push(await Fn(e,t));return{attempts:n,wantedDevice:e.wantedDevice}}async function Fn({request:e,inputs:t},{runtime:n,clock:r}){let i=r.elapsedMs();try{await using a=await n.load(e);t!==null&&await a.predict(t);let o=(r.elapsedMs()-i)/1e3,s=await a.memory?.();return{outcome:`loaded`,device:a.device,coldStartSeconds:o,peakBytes:s?.peakBytes??null}}catch(e){if(!(e instanceof u))throw e;let{code:t,message:n,fix:r}=e;return{outcome:`failed`,code:t,message:n,fix:r,isPlatform:Nn.has(t)}}}function In(e,t){return new Map([...e].map(([e,n])=>[e,Vn(n,t)]))}function Ln(e){let t=Math.min(...Array.from(e.values(),({shape:e})=>e[0]??0));return Array.from({length:t},(t,n)=>new Map([...e].map(([e,t])=>[e,Bn(t,n)])))}function Rn(e,t){let{dtype:n,data:r}=e;if(n===`string`)return e;let i=r.slice();for(let n=0;n<i.length;n+=1){let r=t(n);r!==void 0&&(i[n]=Hn(r,e))}return{...e,data:i}}function zn(e,t){let{dtype:n,data:r}=e;return n===`string`?{...e,data:Array.from({length:r.length},()=>t)}:e}function Bn({dtype:e,shape:t,data:n},r){let[i=0,...a]=t,o=n.length/i;return{dtype:e,shape:[1,...a],data:n.slice(r*o,(r+1)*o)}}function Vn({dtype:e,shape:t,data:n},r){let[i=0,...a]=t,o=i===0?0:n.length/i;if(Array.isArray(n)){let t=Array.from({length:r*o},(e,t)=>n[t%n.length]);return{dtype:e,shape:[r,...a],data:t}}let s=n,c=new s.constructor(r*o);for(let e=0;e<r;e+=1){let t=e%i*o;c.set(s.subarray(t,t+o),e*o)}return{dtype:e,shape:[r,...a],data:c}}function Hn(e,{dtype:t,data:n}){return n instanceof BigInt64Array?BigInt.asIntN(64,Un(e,-(2**63),2**63)):n instanceof BigUint64Array?BigInt.asUintN(64,Un(e,0,2**64)):t===`float16`?te(e,B):t===`bfloat16`?te(e,z):e}function Un(e,t,n){let r=BigInt(n)-1n;return e>=n?r:BigInt(Math.trunc(Math.max(e,t)))}function Wn(e,{name:t},n){return{name:e,change:/* @__PURE__ */ new Map([[t,n]])}}function Gn({input:e,tensor:t},n){return t.dtype===`string`?n.map(([n,r])=>Wn(`${n} as ${e.name}`,e,zn(t,r))):[]}function Kn({dtype:e}){return e.startsWith(`float`)||e===`bfloat16`}function qn(e){return new TextEncoder().encode(e)}function Jn(e,t){let n=F(e),r=e.features===void 0?1:t.shape.at(-1)??1;return Object.entries(e.ranges??{}).slice(0,100).flatMap(([e,t])=>{let i=n.indexOf(e);return i===-1||i>=r?[]:[{feature:e,column:i,columns:r,limits:t}]})}function Yn(e,t,n,r=0){return Zn(e,t,([e,t])=>{let i=r*(t-e+1);return n===0?e-i:t+i})}function Xn(e,t){return Zn(e,t,([e,t])=>e/2+t/2)}function Zn(e,t,n){let r=t[0]?.columns??1,i=new Map(t.map(({column:e,limits:t})=>[e,n(t)]));return Rn(e,e=>i.get(e%r))}function Qn({input:e,tensor:t}){if(e.encoding===`tf.Example`)return[];let n=Jn(e,t),r=[0,1].map(r=>Wn(`every value of ${e.name} at the ${r===0?`low`:`high`} end of its range`,e,Yn(t,n,r)));return[...n.length===0?[]:r,...n.flatMap(n=>[0,1].map(r=>Wn(`${n.feature} at ${n.limits[r]}`,e,Yn(t,[n],r)))),...$n({input:e,tensor:t}),...Gn({input:e,tensor:t},[[`an empty text`,qn(``)],[`a text beyond ASCII`,qn(`Ærøskøbing 東京 🙂`)]])]}function $n({input:e,tensor:t}){let n=F(e),r=e.features===void 0?1:t.shape.at(-1)??1,i=(e.nullable??[]).slice(0,100).map(e=>n.indexOf(e));if(i.length===0||!Kn(t))return[];let a=Rn(t,e=>i.includes(e%r)?NaN:void 0);return[Wn(`every value of ${e.name} missing that may be`,e,a)]}const er=new Uint8Array(1<<20).fill(97);function tr({input:e,tensor:t}){let n=e.encoding===`tf.Example`?[]:Jn(e,t);return[...n.length===0?[]:[0,1].map(r=>Wn(`${e.name} far ${r===0?`below`:`above`} its ranges`,e,Yn(t,n,r,10))),...nr({input:e,tensor:t}),...Gn({input:e,tensor:t},[[`bytes that are no UTF-8`,Uint8Array.of(255,254,0,128)],[`a text of a mebibyte`,er]]),...rr({input:e,tensor:t})]}function nr({input:e,tensor:t}){if(t.dtype===`string`||t.dtype===`bool`)return[];let n=(n,r)=>Wn(`${e.name} ${n}`,e,Rn(t,()=>r)),r=[n(`full of huge numbers`,3e38),n(`full of huge negative numbers`,-3e38)];return Kn(t)?[...r,n(`full of NaN`,NaN),n(`full of infinities`,1/0)]:r}function rr({input:e,tensor:t}){let{shape:n,data:r}=t,i=t.dtype===`float64`?{dtype:`string`,shape:n,data:Array.from({length:r.length},()=>qn(`1`))}:{dtype:`float64`,shape:n,data:new Float64Array(r.length)};return[Wn(`${e.name} of another type`,e,i),Wn(`${e.name} with one more dimension`,e,{...t,shape:[...n,1]}),Wn(`${e.name} without any row`,e,ir(t)),...n.length<2||r.length===0?[]:[Wn(`${e.name} with a column too many`,e,ar(t))]]}function ir(e){let{shape:t,data:n}=e;return{...e,shape:[0,...t.slice(1)],data:n.slice(0,0)}}function ar({dtype:e,shape:t,data:n}){let r=t.at(-1),i=[...n.slice(0,r),n[0]],a=Array.isArray(n)?i:n.constructor.from(i);return{dtype:e,shape:[...t.slice(0,-1).map(()=>1),r+1],data:a}}function or({inputs:e},t){let n=e.flatMap(e=>{let n=t.get(e.name);return n===void 0?[]:[{input:e,tensor:n}]}),r=[...cr(e,t),...n.flatMap(Qn)],i=[...n.flatMap(tr),...lr(t)],a=(e,n)=>e.map(({name:e,change:r})=>({name:e,isWithinContract:n,inputs:new Map([...t,...r].filter(sr))}));return[...a(r,!0),...a(i,!1)]}function sr(e){return e[1]!==void 0}function cr(e,t){return e.length>0&&e.every(({shape:e})=>e?.[0]===-1)?[{name:`a single row`,change:In(t,1)},{name:`256 rows`,change:In(t,256)}]:[{name:`a request as the data has it`,change:t}]}function lr(e){return[...e.keys()].slice(0,100).map(e=>({name:`no ${e}`,change:/* @__PURE__ */ new Map([[e,void 0]])}))}const ur=/* @__PURE__ */ new Set([`model-crashed`,`model-killed`,`model-out-of-memory`,`model-protocol`]);async function dr(e,t){let n=[],r=await t.load();try{let i=await r.predict(e.good);for(let a of e.requests){let o=t.clock.elapsedMs(),s=await pr(r,a.inputs),c=t.clock.elapsedMs()-o,l=s.outcome!==`died`&&c>1e4,u=await hr(r,e,i),{name:d,isWithinContract:f}=a;n.push({name:d,isWithinContract:f,...s,...l?fr:{},recovered:u,durationMs:c}),s.outcome!==`died`&&u||(r=await gr(r,t))}}finally{await r[Symbol.asyncDispose]()}return{cases:n}}const fr={outcome:`tookTooLong`};async function pr(e,t){try{return{outcome:[...(await e.predict(t)).values()].every(mr)?`answered`:`notFinite`,message:null}}catch(e){if(!(e instanceof u))throw e;return{outcome:e.code===`model-hung`?`tookTooLong`:ur.has(e.code)?`died`:`refused`,message:e.message.slice(0,500)}}}function mr(e){let t=Ge(e);return t===null||Array.prototype.every.call(t,Number.isFinite)}async function hr(e,{good:t,tolerance:n},r){try{let i=await e.predict(t);return[...r].every(([e,t])=>{let{mismatch:r,beyondTolerance:a}=He(t,i.get(e),n);return r===null&&a===0})}catch(e){if(e instanceof u)return!1;throw e}}async function gr(e,{load:t}){return await e[Symbol.asyncDispose](),t()}async function _r(e,t){let{requests:n,tolerance:r}=e,i=t.reference.signature.outputs.map(({name:e})=>vr(e,r)),a=[];for(let[r,o]of n.entries()){let n=await Ne(t.reference,o,e.repeats),s=await Ne(t.other,o,e.repeats);if(De(n)||De(s))a.push({request:r,reference:yr(n),other:yr(s)});else for(let e of i)br(e,{reference:n,other:s})}let o=i.map(({name:e,found:t,noise:n,chosen:r,rows:i})=>({name:e,difference:t,noise:n,choices:r,isDiscriminating:i.isDiscriminating()}));return{requests:n.length,compared:n.length-a.length,tolerance:r,outputs:o,refusals:a}}function vr(e,t){let n={reference:Y,other:Y};return{name:e,tolerance:t,rows:Ie(t),found:Y,noise:n,chosen:null}}function yr(e){return De(e)?e.code:null}function br(e,{reference:t,other:n}){let{name:r,tolerance:i,noise:a}=e,o=t[0].get(r);if(o===void 0)throw xr(r);let s=n[0].get(r),c=He(o,s,i);e.found=Se(e.found,c),e.rows.add(o),c.mismatch===null&&(e.chosen=Ce(e.chosen,Re(o,s,i))),e.noise={reference:Se(a.reference,be(t,r,i)),other:Se(a.other,be(n,r,i))}}function xr(e){return new u(`prediction-failed`,`the model gave no output ${JSON.stringify(e)}, which its signature has`,{fix:`Export the model again.`})}async function Sr(e,t,{tries:n,files:r}){return e===null?yn(`there is no champion to compare with`):n.measure(`loading the champion`,async()=>(await Cr(e,r),t.load({directory:e.directory,signatureName:e.manifest.artifact.signatureName})))}async function Cr({manifest:e,directory:t},n){let r=await n.list(t);await Xe(t,r,n);let{digest:i}=await Ye(t,n);if(i!==e.artifact.digest)throw new u(`artifact-refused`,`the champion's artifact is ${i}, not the one that its manifest pins`,{fix:`Restore the champion's artifact on the base branch.`});let a=await qe(t,n),[o]=await Je({directory:t,model:a,entries:r},n);if(o!==void 0)throw new u(`artifact-refused`,`the champion is not safe to load: ${o.reason}`,{fix:`Compare with a champion that is safe: give it with --champion.`})}const X=8192;function wr({challenger:e,champion:t,weights:n,slices:r}){return{width:e.width,slices:r.length,hasWeights:n!==void 0,hasChampion:t!==null}}function Tr(e,t,n){if(e.firstRow!==n)throw Er(`row ${e.firstRow+1} was scored where row ${n+1} was due`);Dr(e.challenger,{model:`challenger`,rows:e.rows,width:t.width}),e.champion!==null&&Dr(e.champion,{model:`champion`,rows:e.rows,width:t.width});let r=wr(e),i=r.slices===t.slices&&r.hasWeights===t.hasWeights&&r.hasChampion===t.hasChampion,a=[e.labels,...e.weights===void 0?[]:[e.weights],...e.slices];if(!(i&&a.every(({length:t})=>t===e.rows)))throw Er(`the rows from ${e.firstRow+1} have other columns than those before`)}function Er(e){return new u(`internal`,e,{fix:`Report this.`})}function Dr({values:e,width:t},n){if(t!==n.width){let e=`the ${n.model} scores ${t} classes, ${n.width} are expected`;throw new u(`prediction-failed`,e,{fix:`Compare models with the same classes, in one order.`})}if(e.length===n.rows*t)return;let r=e.length/t;throw new u(`prediction-failed`,`the ${n.model} answered ${n.rows} rows with ${r} scores`,{fix:`Export a model whose signature gives one score for each row.`})}function Or(e,t=0){let n=t,r=null,i=null,a=(t,a)=>{i??=kr(r);let o=Math.min(X-i.filled,t.rows-a);return Ar(i,t,{from:a,taken:o,width:r.width}),i.filled===8192&&e(jr(i,r,n+a+o)),o};return{add(t){if(r??=wr(t),Tr(t,r,n),t.rows===8192&&(i===null||i.filled===0))e(t);else for(let e=0;e<t.rows;)e+=a(t,e);n+=t.rows},end(){i!==null&&i.filled>0&&e(jr(i,r,n))}}}function kr({width:e,slices:t,hasWeights:n,hasChampion:r}){let i=()=>({values:new Float64Array(X*e),width:e}),a={firstRow:0,rows:X,labels:new Float64Array(X),slices:Array.from({length:t},()=>new Uint8Array(X)),challenger:i(),champion:r?i():null};return{block:n?{...a,weights:new Float64Array(X)}:a,filled:0}}function Ar(e,t,{from:n,taken:r,width:i}){let{block:a,filled:o}=e,s=n+r;a.labels.set(t.labels.subarray(n,s),o),a.weights?.set(t.weights.subarray(n,s),o);for(let[e,r]of a.slices.entries())r.set(t.slices[e].subarray(n,s),o);a.challenger.values.set(t.challenger.values.subarray(n*i,s*i),o*i),a.champion?.values.set(t.champion.values.subarray(n*i,s*i),o*i),e.filled+=r}function jr(e,{width:t},n){let{block:r,filled:i}=e,{labels:a,weights:o,slices:s,challenger:c,champion:l}=r,u=e=>({values:e.subarray(0,i*t),width:t});e.filled=0;let d={firstRow:n-i,rows:i,labels:a.subarray(0,i),slices:s.map(e=>e.subarray(0,i)),challenger:u(c.values),champion:l===null?null:u(l.values)};return o===void 0?d:{...d,weights:o.subarray(0,i)}}const Mr={thresholds:null,scores:null,confusion:null,errors:null,predictions:null};function Nr(e){let t=[],n=Float64Array.of(NaN,0,0,0,0,0),r=e=>{t.at(-1)?.value!==e.value&&t.push(e)};return{add:t=>Fr(n,t,{paces:e,keep:r}),points(){let e=n[Pr.value];return Number.isNaN(e)?[]:(r({value:e,positive:n[Pr.belowPositive],negative:n[Pr.belowNegative]}),[...t,{value:e,positive:n[Pr.positive],negative:n[Pr.negative]}])}}}const Pr={value:0,positive:1,negative:2,belowPositive:3,belowNegative:4,next:5};function Fr(e,{scores:t,labels:n,weights:r},{paces:i,keep:a}){let{positive:o,negative:s}=i,c=e[Pr.value],l=e[Pr.positive],u=e[Pr.negative],d=e[Pr.belowPositive],f=e[Pr.belowNegative],p=e[Pr.next];for(let e=0;e<t.length;e++){let i=r===void 0?1:r[e];if(i!==0){if(t[e]!==c){let n=l*o+u*s;n>=p&&(Number.isNaN(c)||a({value:c,positive:d,negative:f}),a({value:t[e],positive:l,negative:u}),p=n+1/98),c=t[e],d=l,f=u}l+=n[e]*i,u+=(1-n[e])*i}}e.set([c,l,u,d,f,p])}function Ir(e){return Number(e.toPrecision(6))}function Lr(){let e=/* @__PURE__ */ new Float64Array(102),t=/* @__PURE__ */ new Float64Array(51),n=0;return{add({scores:r,positives:i,weights:a}){for(let o=0;o<r.length;o++){let s=r[o],c=a===void 0?1:a[o];if(s>=0&&s<=1&&c>=0){let n=50*s|0;e[51*i[o]+n]+=c,t[n]+=s*c}else c!==0&&n++}},bins:()=>n>0?null:Rr(e,t)}}function Rr(e,t){let[n,r,i]=[zr(e.subarray(0,51)),zr(e.subarray(51)),zr(t)],a=Vr(r)+Vr(n);if(!(a>0&&a<1/0))return null;let o=Array.from({length:10},(e,t)=>{let[a,o,s]=[r,n,i].map(e=>Vr(e.subarray(t*5,(t+1)*5)));return Br(a,o,s)});return{positive:Array.from(r,Ir),negative:Array.from(n,Ir),calibration:o}}function zr(e){let t=e.slice(0,50);return t[49]+=e[50],t}function Br(e,t,n){let r=e+t;return r===0?{weight:r,meanScore:null,positiveShare:null}:{weight:Ir(r),meanScore:Ir(n/r),positiveShare:Ir(e/r)}}function Vr(e){return e.reduce((e,t)=>e+t,0)}function Hr(){let e=Lr(),[t,n,r]=[0,0,0],i=null;return{add({rows:i,labels:a,weights:o},s){for(let e=0;e<i;e++){let i=o===void 0?1:o[e];t+=i,n+=a[e]*i,r+=i===0?0:s[e]-s[e]}e.add({scores:s,positives:a,weights:o})},rank(e){let r=t-n;i??=Nr({positive:.5/n,negative:.5/r}),i.add(e)},finish(){let a=t-n,o=r===0&&Ur(n)&&Ur(a)&&i!==null?Wr(i.points(),{positive:n,negative:a}):null;return{...Mr,thresholds:o,scores:e.bins()}}}}function Ur(e){return e>0&&e<1/0}function Wr(e,t){let n=e.slice(0,-1).map(({value:e,positive:n,negative:r})=>{let i=[t.negative-r,t.positive-n];return[Ir(e),Gr(i[0],t.negative),Gr(i[1],t.positive)]});return{positive:Ir(t.positive),negative:Ir(t.negative),points:n.toReversed()}}function Gr(e,t){return Ir(Math.min(1,Math.max(0,e/t)))}function Kr(e,t,n){let r=0;for(let i=1;i<n;i++)e[t+i]>e[t+r]&&(r=i);return r}function qr(){let e=Lr(),[t,n]=[0,0],r=/* @__PURE__ */ new Float64Array;return{add({rows:i,labels:a,weights:o,width:s},c){t===0&&(r=new Float64Array(s<=50?s*s:0)),t=s;let[l,u]=[new Float64Array(i),new Uint8Array(i)];for(let e=0;e<i;e++){let t=o===void 0?1:o[e],i=Kr(c,e*s,s),d=c[e*s+i];n+=t===0?0:d-d+(t<0?NaN:0),l[e]=d,u[e]=+(i===a[e]),r.length>0&&(r[a[e]*s+i]+=t)}e.add({scores:l,positives:u,weights:o})},rank(){},finish:()=>({...Mr,scores:e.bins(),confusion:n===0&&r.length>0?Jr(r,t):null})}}function Jr(e,t){return Array.from({length:t},(n,r)=>Array.from(e.subarray(r*t,(r+1)*t),Ir))}function Yr(){let[e,t,n]=[/* @__PURE__ */ new Float64Array(20),/* @__PURE__ */ new Float64Array(20),/* @__PURE__ */ new Float64Array(20)],r=null;return{add({labels:i,predictions:a,weights:o}){r??=Xr(a);for(let s=0;s<i.length;s++){let c=o===void 0?1:o[s],l=Zr(a[s],r);e[l]+=c,t[l]+=c*a[s],n[l]+=c*i[s]}},groups(){let r=[...e.keys()].filter(t=>e[t]!==0).map(r=>({weight:Ir(e[r]),meanPrediction:Ir(t[r]/e[r]),meanLabel:Ir(n[r]/e[r])}));return r.every(e=>Object.values(e).every(Number.isFinite))?r:[]}}}function Xr(e){let t=e.toSorted();return Float64Array.from({length:19},(e,n)=>t[Math.floor((n+1)*t.length/20)])}function Zr(e,t){let[n,r]=[0,t.length];for(;n<r;){let i=n+r>>1;e<t[i]?r=i:n=i+1}return n}function Qr(){let e=Yr(),[t,n]=[0,0],r=null;return{add({rows:r,labels:i,weights:a},o){e.add({labels:i,predictions:o,weights:a});for(let e=0;e<r;e++){let r=a===void 0?1:a[e],s=o[e]-i[e];t+=r,n+=r===0?0:s-s}},rank(e){r??=Nr({positive:1/t,negative:1/t}),r.add(e)},finish(){if(!(n===0&&t>0&&t<1/0))return Mr;let i=r===null?null:r.points().map(e=>$r(e,t));return{...Mr,errors:i,predictions:e.groups()}}}}function $r({value:e,positive:t,negative:n},r){return[Ir(e),Ir(Math.min(1,n/r)),Ir(Math.min(1,t/r))]}function ei(e){let t={binary:Hr,multiclass:qr,regression:Qr}[e],n=t(),r=null;return{add(e){n.add(e,e.challenger),e.champion!==null&&(r??=t(),r.add(e,e.champion))},rank(e,t){(e===`challenger`?n:r)?.rank(t)},finish:()=>({challenger:n.finish(),champion:r?.finish()??null})}}function ti(e){return(1-e)/2}const ni={difference:null,lower:null,upper:null,pValue:null},ri={difference:0,lower:0,upper:0,pValue:1};function ii(e,t){let n=e.toSorted(),r=Math.max(1,Math.floor(t*(n.length+1)+1e-9)),[i,a]=[n[r-1],n[n.length-r]];return n.length>0&&Number.isFinite(n[0]+n.at(-1))?{lower:i,upper:a}:null}function ai(e,{champion:t,challenger:n},{confidence:r,alternative:i=`two-sided`}){if(e===null)return ni;let a=n.map((e,n)=>e-t[n]),o=ii(a,ti(r));if(o===null)return{...ni,difference:e};if(e===0&&a.every(e=>e===0))return ri;let s=oi(a,e=>e>=0),c=oi(a,e=>e<=0),l={less:s,greater:c,"two-sided":Math.min(1,2*Math.min(s,c))}[i];return{difference:e,...o,pValue:l}}function oi(e,t){return(e.filter(t).length+1)/(e.length+1)}const si=.9;function ci(e){return O(e)?`greater`:`less`}function li(e,t,n){return{...n,test:t,lossPValue:ui(n,ci(e))}}function ui({difference:e,pValue:t},n){return e===null||t===null?null:(n===`less`?e<0:e>0)?t/2:1-t/2}function di(e){return{rows:0,sums:new Float64Array(2*e)}}function fi(e,t,n){let r=e.sums.slice(),i=new Float64Array(r.length/2);for(let e=0;e<t;e+=X)n(i.fill(0),e,Math.min(e+X,t)),pi(r,i);return{rows:e.rows+t,sums:r}}function pi(e,t){for(let n=0;n<t.length;n++){let r=e[n],i=t[n],a=r+i;e[n]=a,e[t.length+n]+=Math.abs(r)>=Math.abs(i)?r-a+i:i-a+r}}function mi({sums:e}){let t=e.length/2;return e.slice(0,t).map((n,r)=>Number.isFinite(n)?n+e[t+r]:n)}function Z(e){return Number.isFinite(e)?e:null}function hi(e,t){return t===0?0:e/t}const Q={poison:0,outside:1,logLoss:2,brier:3,trueNegative:4,falseNegative:5,falsePositive:6,truePositive:7,gaps:8},gi=Q.gaps+10+1,_i=2**-52,vi=1-2**-52,yi=di(gi);function bi(e,t,n){let{weights:r}=t;return fi(e,t.scores.length,(e,i,a)=>{r===void 0?xi(e,t,{start:i,end:a,threshold:n}):Si(e,{...t,weights:r},{start:i,end:a,threshold:n})})}function xi(e,{labels:t,scores:n},{start:r,end:i,threshold:a}){let[o,s,c,l]=[0,0,0,0],[u,d,f]=[0,0,0];for(let p=r;p<i;p+=16){let r=Math.min(p+16,i),m=1;for(let i=p;i<r;i++){let r=t[i],c=n[i],p=c-r,h=1-r+(2*r-1)*c;m*=Math.min(Math.max(h,_i),vi),l+=p*p,o+=c-c;let g=+(c>=a);u+=r,d+=g,f+=g&r,c>=0&&c<=1?e[Q.gaps+(10*c|0)]+=p:s++}c-=Math.log(m)}e.set([o,s,c,l]),e.set([i-r-u-d+f,u-f,d-f,f],Q.trueNegative)}function Si(e,{labels:t,scores:n,weights:r},i){for(let a=i.start;a<i.end;a++){let o=t[a],s=n[a],c=r[a],l=s-o,u=1-o+(2*o-1)*s;e[Q.poison]+=c<0?NaN:s-s+(c-c),c!==0&&(e[Q.logLoss]-=c*Math.log(Math.min(Math.max(u,_i),vi)),e[Q.brier]+=c*l*l,e[Q.trueNegative+o+(s>=i.threshold?2:0)]+=c,s>=0&&s<=1?e[Q.gaps+(10*s|0)]+=c*l:e[Q.outside]++)}}const Ci={logLoss:null,brier:null,ece:null,accuracy:null,balancedAccuracy:null,precision:null,recall:null,f1:null,mcc:null};function wi(e){let t=mi(e),n=Di(t),r=Oi(n);if(t[Q.poison]!==0||!(r>0))return Ci;let i=t[Q.outside]===0;return{logLoss:i?Z(t[Q.logLoss]/r):null,brier:i?Z(t[Q.brier]/r):null,ece:i?Z(ki(t)/r):null,...Ti(n)}}function Ti(e){let{trueNegative:t,falseNegative:n,falsePositive:r,truePositive:i}=e,a=i+n,o=t+r;return{accuracy:Z((i+t)/Oi(e)),balancedAccuracy:Z((i/a+t/o)/2),precision:hi(i,i+r),recall:hi(i,a),f1:hi(2*i,2*i+r+n),mcc:Ei(e)}}function Ei({trueNegative:e,falseNegative:t,falsePositive:n,truePositive:r}){let i=r*e-n*t,a=(r+t)*(e+n),o=(r+n)*(e+t);return hi(i,Math.sqrt(a)*Math.sqrt(o))}function Di(e){return{trueNegative:e[Q.trueNegative],falseNegative:e[Q.falseNegative],falsePositive:e[Q.falsePositive],truePositive:e[Q.truePositive]}}function Oi({trueNegative:e,falseNegative:t,falsePositive:n,truePositive:r}){return e+t+n+r}function ki(e){let t=0;for(let n=0;n<10;n++){let r=n===9?e[Q.gaps+10]:0;t+=Math.abs(e[Q.gaps+n]+r)}return t}const Ai=2147483648,ji=4294967295;function Mi(e,t=Ni(e.length)){if(e.length<=512)return Fi(e);let[n,r]=[Pi(t.from,e.length),Pi(t.to,e.length)],i=Ii(n.keys,e),a=Math.ceil(i/13),o=Math.ceil(i/a);n.values.set(e);for(let t=0;t<e.length;t++)n.rows[t]=t;for(let e=0;e<a;e++)Vi(n,r,{shift:e*o,mask:2**o-1}),[n,r]=[r,n];return Ui(n),{values:n.values,rows:n.rows}}function Ni(e){let t=()=>({keys:new Uint32Array(e),values:new Float64Array(e),rows:new Uint32Array(e)});return{from:t(),to:t()}}function Pi({keys:e,values:t,rows:n},r){return{keys:e.subarray(0,r),values:t.subarray(0,r),rows:n.subarray(0,r)}}function Fi(e){let t=Uint32Array.from(e.keys()).sort((t,n)=>{let[r,i]=[e[t],e[n]];return r<i?-1:r>i?1:Number(Number.isNaN(r))-Number(Number.isNaN(i))||t-n});return{values:Float64Array.from(t,t=>e[t]),rows:t}}function Ii(e,t){let n=Ri(t),[r,i]=[4294967295,0];for(let t=0;t<e.length;t++){let a=zi(n[2*t+1],n[2*t]);e[t]=a,a<r&&(r=a),a>i&&(i=a)}(r<=1048575||i>=4293918720)&&Li(e,t)&&(i=ji);let a=32-Math.clz32(i-r),o=Math.min(32,13*Math.ceil(a/13))-a;for(let t=0;t<e.length;t++){let i=e[t]===ji?0:Bi(n[2*t+1],n[2*t]);e[t]=e[t]-r<<o|i>>>31-o>>>1}return a+o}function Li(e,t){if(!t.some(Number.isNaN))return!1;for(let n=0;n<e.length;n++)Number.isNaN(t[n])&&(e[n]=ji);return!0}function Ri({buffer:e,byteOffset:t,length:n}){return new Uint32Array(e,t,2*n)}function zi(e,t){return e<Ai?(e|Ai)>>>0:e===Ai&&t===0?Ai:~e>>>0}function Bi(e,t){return e<Ai||e===Ai&&t===0?t:~t>>>0}function Vi(e,t,{shift:n,mask:r}){let{keys:i,values:a,rows:o}=e,{keys:s,values:c,rows:l}=t,u=new Uint32Array(r+1);for(let e=0;e<i.length;e++)u[i[e]>>>n&r]++;Hi(u);for(let e=0;e<i.length;e++){let t=i[e],d=u[t>>>n&r]++;s[d]=t,c[d]=a[e],l[d]=o[e]}}function Hi(e){let t=0;for(let n=0;n<e.length;n++){let r=e[n];e[n]=t,t+=r}}function Ui({values:e,rows:t}){let n=Ri(e);for(let r=1;r<e.length;r++){if(!(e[r]<e[r-1]))continue;let i=Wi(n,r),[a,o]=[r-1,r+1];for(;a>0&&Wi(n,a-1)===i;)a--;for(;o<e.length&&Wi(n,o)===i;)o++;o-a<=32?Gi(e,t,{start:a,end:o}):Ki({values:e.subarray(a,o),rows:t.subarray(a,o)}),r=o-1}}function Wi(e,t){return zi(e[2*t+1],e[2*t])}function Gi(e,t,{start:n,end:r}){for(let i=n+1;i<r;i++){let r=e[i],a=t[i],o=i;for(;o>n&&e[o-1]>r;o--)e[o]=e[o-1],t[o]=t[o-1];e[o]=r,t[o]=a}}function Ki({values:e,rows:t}){let[n,r]=[e.slice(),t.slice()],i=Ri(e),{rows:a}=Mi(e.map((e,t)=>Bi(i[2*t+1],i[2*t])));for(let i=0;i<a.length;i++)e[i]=n[a[i]],t[i]=r[a[i]]}function qi({scores:e,labels:t,weights:n},r=0,i){let{values:a,rows:o}=Mi(e,i),s={scores:a,labels:new Uint8Array(o.length),weights:n===void 0?void 0:new Float64Array(o.length),rows:o};for(let e=0;e<o.length;e++)s.labels[e]=t[o[e]];if(s.weights!==void 0)for(let e=0;e<o.length;e++)s.weights[e]=n[o[e]];if(r!==0)for(let e=0;e<o.length;e++)o[e]+=r;return s}function Ji(e){let{rows:t,...n}=Yi(qi(e));return{...n,places:t,isTied:Xi(n.scores)}}function Yi(e){let{scores:t,labels:n,weights:r,rows:i}=e;if(r===void 0||!r.includes(0))return e;let a=(e,t)=>r[t]!==0;return{scores:t.filter(a),labels:n.filter(a),weights:r.filter(a),rows:i.filter(a)}}function Xi(e){let t=new Uint8Array(e.length);for(let n=1;n<e.length;n++)e[n]===e[n-1]&&(t[n]=1);return t}function Zi(e){return Qi(Ji(e))}function Qi({labels:e,weights:t,places:n,isTied:r}){let[i,a]=[new Float64Array(e.length),new Float64Array(e.length)];for(let n=0;n<e.length;n++){let r=e[n]===1?i:a;r[n]=t===void 0?1:t[n]}return{places:n,isTied:r,positive:i,negative:a}}function $i(e,{positive:t,negative:n},r){let{places:i,isTied:a,positive:o,negative:s}=e,c=0,l=0,u=0,d=0,f=0,p=0;for(let e=0;e<i.length;e++){if(a[e]===0){let e=t-c,r=e+(n-l);f+=u*e/(r>0?r:1),c+=u,l+=d,p=Math.max(p,Math.abs(c*n-l*t)),u=0,d=0}let m=r[i[e]];u+=m*o[e],d+=m*s[e]}let m=u+d;return f+=u*u/(m>0?m:1),{averagePrecision:f/t,ks:p/(t*n)}}function ea({scores:e,labels:t,weights:n}){return e.map((e,r)=>(n===void 0?1:n[r])*(e-t[r]))}function ta({places:e,gaps:t},n,r){let i=0,a=na(0,n)|0,o=0,s=0;for(let c=0;c<e.length;c++){let l=r[e[c]];for(;l>a&&i<9;)l-=a,s+=Math.abs(o+a*t[c]),o=0,a=na(++i,n)|0;a-=l,o+=l*t[c]}return s+Math.abs(o)}function na(e,t){return Math.floor(t/10)+ +(e<t%10)|0}function ra(e,t){let n=new Float64Array(t),r=e.map(e=>ia(e,t));return e=>{for(let t of r)aa(t,e,n);return n}}function ia({slots:e,values:t},n){let r=new Uint32Array(n);for(let t=0;t<e.length;t++)r[e[t]]++;let i=Uint32Array.from(r.keys()).filter(e=>r[e]!==0);for(let e=1;e<n;e++)r[e]+=r[e-1];let a=Uint32Array.from(r,(e,t)=>t===0?0:r[t-1]),o=new Uint32Array(e.length);for(let t=0;t<e.length;t++)o[a[e[t]]++]=t;return{slots:i,ends:Uint32Array.from(i,e=>r[e]),rows:o,values:Float64Array.from(o,e=>t[e])}}function aa({slots:e,ends:t,rows:n,values:r},i,a){let o=0;for(let s=0;s<e.length;s++){let c=0;for(let e=t[s];o<e;o++)c+=i[n[o]]*r[o];a[e[s]]=c}}const oa=[1580030169,3160060337,3950075422,4213413783,4279248374,4292415292,4294609778,4294923276,4294962463,4294966817,4294967253,4294967292],sa=1023,ca=2**22,la=Uint8Array.from({length:1024},(e,t)=>{let n=pa(t*ca);return n===pa((t+1)*ca-1)?n:128});function ua(e,{seed:t,group:n},r){let i={seed:t,stream:1886349683},a=/* @__PURE__ */ new Int32Array(2),o=e.length;for(let s=0;s<o;s++)et(i,{low:e[s],high:n},a),(da(a[0],r,s,o)|da(a[1],r,s+3*o,o))>=128&&fa(r.subarray(s),a,{row:e[s],step:o,seed:t,group:n})}function da(e,t,n,r){let i=la[e&sa],a=la[e>>>10&sa],o=la[e>>>20&sa];return t[n]=i,t[n+r]=a,t[n+2*r]=o,i|a|o}function fa(e,t,{row:n,step:r,seed:i,group:a}){let o=/* @__PURE__ */ new Int32Array(2);for(let s=0;s<6;s++){if(e[s*r]!==128)continue;let c=t[s<3?0:1]>>>s%3*10&sa;et({seed:i,stream:1919251316},{low:n,high:6*a+s},o),e[s*r]=pa(c*ca+(o[0]>>>10))}}function pa(e){let t=0;for(;t<oa.length&&e>=oa[t];)t++;return t}function ma(e,{replicates:t,seed:n},r){let i=new Uint8Array(6*e.length),a=Array.from({length:6},(t,n)=>i.subarray(n*e.length,(n+1)*e.length));for(let o=0;o<t;o++)o%6==0&&ua(e,{seed:n,group:o/6},i),r(a[o%6],o)}function ha(e,t,n){let r=[];return ma(e,t,e=>r.push(n(e))),{champion:ga(r.map(({champion:e})=>e)),challenger:ga(r.map(({challenger:e})=>e))}}function ga(e){let t=Object.keys(e[0]??{}),n=t=>Float64Array.from(e,e=>e[t]??NaN);return Object.fromEntries(t.map(e=>[e,n(e)]))}function _a(e){return e>=0&&e<=1?10*e|0:0}function va(e){let t=0;for(let n=0;n<10;n++)t+=Math.abs(e[n]+(n===9?e[10]:0));return t}const ya={cells:0,gaps:{champion:8,challenger:19},rows:30,size:31};function ba(e,t,n){let r=ra(xa(e,t),ya.size),i={champion:Sa(e,`champion`),challenger:Sa(e,`challenger`)};return ha(e.rows,n,e=>{let t=r(e),n=n=>({...Ca(t,n),...wa(i[n],{sums:t,counts:e})});return{champion:n(`champion`),challenger:n(`challenger`)}})}function xa(e,t){let{labels:n,weights:r,champion:i,challenger:a}=e,o=e=>r===void 0?1:r[e],s=(e,t)=>({slots:Uint32Array.from(n,(t,n)=>e(n)),values:Float64Array.from(n,(e,n)=>t(n))}),c=t=>s(n=>ya.gaps[t]+_a(e[t][n]),r=>o(r)*(e[t][r]-n[r])),l=e=>4*n[e]+(i[e]>=t?2:0)+ +(a[e]>=t),u=s(()=>ya.rows,e=>o(e)===0?0:1);return[s(e=>ya.cells+l(e),o),c(`champion`),c(`challenger`),u]}function Sa({labels:e,weights:t,...n},r){let i=Ji({labels:e,scores:n[r],weights:t});return{...Qi(i),gaps:ea(i)}}function Ca(e,t){let n={champion:2,challenger:1}[t],r=[...e.subarray(ya.cells,ya.cells+8)],i=(e,t)=>r.reduce((r,i,a)=>a>>2===e&&(a&n)!==0===t?r+i:r,0),a=Ti({trueNegative:i(0,!1),falseNegative:i(1,!1),falsePositive:i(0,!0),truePositive:i(1,!0)}),o=e.subarray(ya.gaps[t],ya.gaps[t]+11);return{...a,ece:va(o)/r.reduce((e,t)=>e+t,0)}}function wa(e,{sums:t,counts:n}){let r=t[0]+t[1]+t[2]+t[3],i=t[4]+t[5]+t[6]+t[7],a=ta(e,t[ya.rows],n);return{...$i(e,{positive:i,negative:r},n),eceEqualMass:a/(i+r)}}const $={poison:0,outside:1,weight:2,logLoss:3,top3:4,gaps:5,classes:16},Ta=2**-52,Ea=1-2**-52;function Da(e){return di($.classes+3*e)}function Oa(e,t){return fi(e,t.labels.length,(e,n,r)=>{for(let i=n;i<r;i++)ka(e,t,i)})}function ka(e,{labels:t,scores:n,classes:r,weights:i},a){let o=a*r,s=t[a],c=i===void 0?1:i[a],l=!1;for(let t=o;t<o+r;t++){let r=n[t];e[$.poison]+=r-r,(r<0||r>1)&&(l=!0)}if(e[$.poison]+=c<0?NaN:c-c,c===0)return;l&&e[$.outside]++;let u=Kr(n,o,r),d=+(u===s),f=n[o+s],p=n[o+u];e[$.weight]+=c,e[$.logLoss]-=c*Math.log(Math.min(Math.max(f,Ta),Ea)),Aa(n,{start:o,label:s,classes:r})&&(e[$.top3]+=c),p>=0&&p<=1&&(e[$.gaps+(10*p|0)]+=c*(p-d)),e[$.classes+s]+=c,e[$.classes+r+u]+=c,e[$.classes+2*r+s]+=c*d}function Aa(e,{start:t,label:n,classes:r}){let i=e[t+n],a=0;for(let o=0;o<r;o++){let r=e[t+o];(r>i||r===i&&o>n)&&a++}return a<3}const ja={accuracy:null,balancedAccuracy:null,macroF1:null,weightedF1:null,logLoss:null,top3Accuracy:null,kappa:null,ece:null};function Ma(e){let t=mi(e),n=t[$.weight];if(t[$.poison]!==0||!(n>0))return ja;let r=t[$.outside]===0,i=(t.length-$.classes)/3,a=e=>t.subarray($.classes+e*i,$.classes+(e+1)*i);return{...Na({actual:a(0),predicted:a(1),right:a(2)}),logLoss:r?Z(t[$.logLoss]/n):null,top3Accuracy:t[$.top3]/n,ece:r?Z(Pa(t)/n):null}}function Na({actual:e,predicted:t,right:n}){let r=[...e.keys()],i=Fa(e),a=Fa(n),o=r.filter(t=>e[t]>0),s=r.filter(n=>e[n]+t[n]>0),c=r=>hi(2*n[r],e[r]+t[r]),l=r.reduce((n,r)=>n+e[r]*t[r]/i,0);return{accuracy:Z(a/i),balancedAccuracy:o.length<2?null:Z(Ia(o.map(t=>n[t]/e[t]))),macroF1:Z(Ia(s.map(c))),weightedF1:Z(r.reduce((t,n)=>t+e[n]*c(n),0)/i),kappa:s.length<2?null:Z(1-(i-a)/(i-l))}}function Pa(e){let t=0;for(let n=0;n<10;n++){let r=n===9?e[$.gaps+10]:0;t+=Math.abs(e[$.gaps+n]+r)}return t}function Fa(e){return e.reduce((e,t)=>e+t,0)}function Ia(e){return e.reduce((e,t)=>e+t,0)/e.length}const La={tiedScore:0,tiedPositive:1,tiedNegative:2,positive:3,positiveRest:4,negative:5,negativeRest:6,area:7,precisions:8,farthest:9,size:10},Ra={scores:Float64Array.of(NaN),labels:/* @__PURE__ */ new Uint8Array(1),rows:/* @__PURE__ */ new Uint32Array(1)};function za(e){let t=new Float64Array(La.size);return t[La.tiedScore]=NaN,{add:n=>Ba(t,n,e),metrics(){let n=t.slice();Ba(n,Ra,e);let[r,i,a]=n.subarray(La.area),o=e.positive*e.negative;return{auc:Z(r/o),averagePrecision:Z(i/e.positive),ks:Z(a/o)}}}}function Ba(e,{scores:t,labels:n,weights:r},i){let{positive:a,negative:o}=i,s=e[La.tiedScore],c=e[La.tiedPositive],l=e[La.tiedNegative],u=e[La.positive],d=e[La.positiveRest],f=e[La.negative],p=e[La.negativeRest],m=e[La.area],h=e[La.precisions],g=e[La.farthest];for(let e=0;e<t.length;e++){let i=r===void 0?1:r[e];if(i!==0){if(t[e]!==s){m+=c*(f+p+l/2);let n=a-u-d,r=n+(o-f-p);h+=c*n/(r===0?1:r);let i=u+c;d+=c-(i-u),u=i;let _=f+l;p+=l-(_-f),f=_;let v=Math.abs(u*o-f*a);v>g&&(g=v),s=t[e],c=0,l=0}c+=n[e]*i,l+=(1-n[e])*i}}e.set([s,c,l,u,d,f,p]),e.set([m,h,g],La.area)}function Va(e){let t=0,n=Ha(0,e),r=0,i=0;function a({scores:e,labels:i,weights:a}){for(let s=0;s<e.length;){for(;!(n>0)&&t<9;)o();let c=t<9?n:1/0,[l,u,d]=[r,0,s];for(;d<e.length&&u<c;d++){let t=a===void 0?1:a[d];l+=t===0?0:t*(e[d]-i[d]),t!==0&&u++}r=l,n-=u,s=d}}function o(){i+=Math.abs(r),r=0,n=Ha(++t,e)}return{add:a,gap:()=>i+Math.abs(r)}}function Ha(e,t){return Math.floor(t/10)+ +(e<t%10)}const Ua={auc:null,averagePrecision:null,ks:null,eceEqualMass:null};function Wa(e){let t=Va(e.rows),n=za(e),r=!0,i=!0;return{add:e=>{let{poison:a,outside:o}=Ga(e);a!==0&&(r=!1),o>0&&(i=!1),n.add(e),t.add(e)},metrics:()=>{if(!r||!(e.rows>0))return Ua;let a=e.positive+e.negative;return{...n.metrics(),eceEqualMass:i?Z(t.gap()/a):null}}}}function Ga({scores:e,weights:t}){let[n,r]=[0,0],i=(e,t)=>{t!==0&&(n+=e-e+(t<0?NaN:t-t),(e<0||e>1)&&r++)};if(t!==void 0)for(let n=0;n<e.length;n++)i(e[n],t[n]);else for(let t of[e[0]??0,e.at(-1)??0])i(t,1);return{poison:n,outside:r}}function Ka(e,t){let n=Wa(qa(e));return n.add(qi(e)),{...wi(bi(yi,e,t)),...n.metrics()}}function qa({labels:e,weights:t}){let[n,r,i]=[0,0,0];for(let a=0;a<e.length;a++){let o=t===void 0?1:t[a];e[a]===1?n+=o:r+=o,o!==0&&i++}return{positive:n,negative:r,rows:i}}function Ja(e){let t=Array.from({length:e.classes},(t,n)=>Za(Ya(e,n)));return{...Ma(Oa(Da(e.classes),e)),aucMacro:Xa(t)}}function Ya({labels:e,scores:t,classes:n,weights:r},i){return{labels:Uint8Array.from(e,e=>+(e===i)),scores:Float64Array.from(e,(e,r)=>t[r*n+i]),weights:r}}function Xa(e){let t=0;for(let n of e){if(n===null)return null;t+=n}return e.length===0?null:t/e.length}function Za(e){let t=Wa(qa(e));return t.add(qi(e)),t.metrics().auc}function Qa(e,t){let{places:n,isTied:r,positive:i,negative:a}=e,o=0,s=0,c=0,l=0,u=0;for(let e=0;e<n.length;e++){r[e]===0&&(o+=l*(c+u/2),s+=l,c+=u,l=0,u=0);let d=t[n[e]];l+=d*i[e],u+=d*a[e]}return o+=l*(c+u/2),o/((s+l)*(c+u))}function $a(e,t,n){let r=ra(no(e,t),t+2*eo(t)),i={champion:io(e,t,`champion`),challenger:io(e,t,`challenger`)};return ha(e.rows,n,e=>{let n=r(e),a=r=>({...ao(n,t,r),aucMacro:i[r].reduce((t,n)=>t+Qa(n,e),0)/t});return{champion:a(`champion`),challenger:a(`challenger`)}})}function eo(e){return 2*e+1+11}function to(e,t){return t+(e===`champion`?0:eo(t))}function no(e,t){let{labels:n,weights:r}=e,i=r??new Float64Array(n.length).fill(1),a=r=>ro({labels:n,weights:i,scores:e[r],classes:t},to(r,t));return[{slots:n,values:i},...a(`champion`),...a(`challenger`)]}function ro({labels:e,weights:t,scores:n,classes:r},i){let a=e.map((e,t)=>Kr(n,t*r,r)),o=e=>n[e*r+a[e]],s=t=>+(a[t]===e[t]),c=t=>Aa(n,{start:t*r,label:e[t],classes:r}),l=(n,r)=>({slots:e.map((e,t)=>i+n(t)),values:t.map((e,t)=>r(t))});return[{slots:a.map(e=>i+e),values:t},l(t=>r+e[t],e=>t[e]*s(e)),l(()=>2*r,e=>c(e)?t[e]:0),l(e=>2*r+1+_a(o(e)),e=>t[e]*(o(e)-s(e)))]}function io(e,t,n){let r={labels:e.labels,scores:e[n],classes:t,weights:e.weights};return Array.from({length:t},(e,t)=>Zi(Ya(r,t)))}function ao(e,t,n){let r=to(n,t),i=e.subarray(0,t),a=i.reduce((e,t)=>e+t,0),o=e.subarray(r+2*t+1,r+eo(t));return{...Na({actual:i,predicted:e.subarray(r,r+t),right:e.subarray(r+t,r+2*t)}),top3Accuracy:e[r+2*t]/a,ece:va(o)/a}}function oo({scores:e,weights:t,places:n},r,i){let a=r/2,o=0,s=NaN;for(let r=0;r<n.length;r++){let c=t===void 0?i[n[r]]:i[n[r]]*t[r];if(c!==0){if(!Number.isNaN(s))return s+(e[r]-s)/2;if(o+=c,o>=a&&(s=e[r],o-a>2**-52))return s}}return s}const so={weight:0,label:1,square:2,champion:3,challenger:4,size:5};function co(e,t){let n=ra(lo(e),so.size),r={champion:uo(e,`champion`),challenger:uo(e,`challenger`)};return ha(e.rows,t,e=>{let t=n(e),i=n=>({...fo(t,n),medianAbsoluteError:oo(r[n],t[so.weight],e)});return{champion:i(`champion`),challenger:i(`challenger`)}})}function lo({labels:e,champion:t,challenger:n,weights:r}){let i=e[0]??NaN,a=(t,n)=>({slots:new Uint32Array(e.length).fill(t),values:Float64Array.from(e,(e,t)=>(r===void 0?1:r[t])*n(t))});return[a(so.weight,()=>1),a(so.label,t=>e[t]-i),a(so.square,t=>(e[t]-i)**2),a(so.champion,n=>(t[n]-e[n])**2),a(so.challenger,t=>(n[t]-e[t])**2)]}function uo({labels:e,weights:t,...n},r){return Ji({scores:n[r].map((t,n)=>Math.abs(t-e[n])),labels:new Uint8Array(e.length),weights:t})}function fo(e,t){let n=e[so.weight],r=e[so[t]],i=e[so.square]-e[so.label]**2/n,a=i>0?1-r/i:Number(r===0);return{rmse:Math.sqrt(r/n),r2:Number.isFinite(i)?a:null}}const po={rows:0,weight:0,mean:0,rest:0,squares:0};function mo(e,{values:t,weights:n}){let r=e;for(let e=0;e<t.length;e+=X){let i=Math.min(e+X,t.length),a=n===void 0?vo(t,e,i):yo(t,n,e,i);r=go(r,a)}return r}function ho({rows:e,weight:t,mean:n,squares:r}){return Number.isFinite(t+n+r)?t===0?null:{rows:e,weight:t,mean:n,squares:r}:{rows:e,weight:NaN,mean:NaN,squares:NaN}}function go(e,t){let n=e.rows+t.rows,r=e.squares+t.squares;if(e.weight===0)return{...t,rows:n,squares:r};if(t.weight===0)return{...e,rows:n,squares:r};let i=e.weight+t.weight,a=t.weight/i,o=t.mean-e.mean+(t.rest-e.rest),s=e.weight*a*o*o;return{rows:n,weight:i,..._o(e.mean,e.rest+a*o),squares:r+s}}function _o(e,t){let n=e+t;return{mean:n,rest:t-(n-e)}}function vo(e,t,n){let r=n-t,i=e[t],a=0;for(let r=t;r<n;r++)a+=e[r]-i;let{mean:o,rest:s}=_o(i,a/r),c=0;for(let r=t;r<n;r++)c+=(e[r]-o)**2;return{rows:r,weight:r,mean:o,rest:s,squares:c-r*s*s}}function yo(e,t,n,r){let i=e[n],a=0,o=0,s=0;for(let c=n;c<r;c++){let n=t[c];a+=n,o+=n*(e[c]-i),n!==0&&s++}let{mean:c,rest:l}=a===0?po:_o(i,o/a),u=0;for(let i=n;i<r;i++)u+=t[i]*(e[i]-c)**2;return{rows:s,weight:a,mean:c,rest:l,squares:u-a*l*l}}const bo={poison:0,weight:1,squares:2,absolute:3,relative:4},xo=2**-52,So={errors:di(5),labels:po};function Co({errors:e,labels:t},n){return{errors:fi(e,n.labels.length,(e,t,r)=>Eo(e,n,{start:t,end:r})),labels:mo(t,{values:n.labels,weights:n.weights})}}function wo({errors:e,labels:t}){let n=mi(e),r=n[bo.weight];return n[bo.poison]!==0||!(r>0)?{rmse:null,mae:null,mape:null,r2:null}:{rmse:Z(Math.sqrt(n[bo.squares]/r)),mae:Z(n[bo.absolute]/r),mape:Z(n[bo.relative]/r),r2:To(n[bo.squares],t)}}function To(e,t){let n=ho(t);return n===null||n.rows<2?null:n.squares===0?+(e===0):Z(1-e/n.squares)}function Eo(e,{labels:t,predictions:n,weights:r},{start:i,end:a}){let[o,s,c,l,u]=[0,0,0,0,0];for(let e=i;e<a;e++){let i=t[e],a=n[e],d=r===void 0?1:r[e],f=a-i,p=Math.abs(f);o+=a-a+(i-i)+(d-d)+(d<0?NaN:0),s+=d,c+=d*f*f,l+=d*p,u+=p/Math.max(Math.abs(i),xo)*d}e.set([o,s,c,l,u])}function Do(e){let t=e/2,n=1e-12*e,r=0,i=null,a=null,o=!0;return{add:(e,s)=>{for(let c=0;c<e.length;c++){let l=e[c];l-l!==0&&(o=!1);let u=s===void 0?1:s[c];u!==0&&(i!==null&&a===null&&(a=l),r+=u,i!==null||r<t-n||(i=l,r>t+n&&(a=l)))}},median:()=>o&&i!==null?Z(i+((a??i)-i)/2):null}}function Oo(e){let t=wo(Co(So,e));return{...t,medianAbsoluteError:t.mae===null?null:Ao(e)}}function ko({labels:e,predictions:t}){return t.map((t,n)=>Math.abs(t-e[n]))}function Ao(e){let t=Mi(ko(e)),{weights:n}=e,r=Do(n===void 0?t.values.length:n.reduce((e,t)=>e+t,0));return r.add(t.values,n===void 0?void 0:Float64Array.from(t.rows,e=>n[e])),r.median()}function jo(e,t,n){let r={replicates:n,seed:t.seed};switch(t.evaluation.task){case`binary`:return Mo(e,t.evaluation.threshold,r);case`multiclass`:return No(e,r);case`regression`:return Po(e,r)}}function Mo({rows:e,places:t},n,r){let i=new Uint8Array(e.labels),a=ba({...e,labels:i,rows:t},n,r);return{values:Fo(t=>Ka({labels:i,scores:e[t],weights:e.weights},n)),replicates:a}}function No({rows:e,places:t},n){let{weights:r,width:i}=e,a=new Uint32Array(e.labels),o=$a({...e,labels:a,rows:t},i,n);return{values:Fo(t=>Ja({labels:a,scores:e[t],classes:i,weights:r})),replicates:o}}function Po({rows:e,places:t},n){let{labels:r,weights:i}=e,a=co({...e,rows:t},n);return{values:Fo(t=>Oo({labels:r,predictions:e[t],weights:i})),replicates:a}}function Fo(e){return{champion:e(`champion`),challenger:e(`challenger`)}}function Io({width:e,hasWeights:t,hasChampion:n}){let r=[1,...t?[1]:[],e,...n?[e]:[]];return r.map((e,t)=>({before:Uo(r.slice(0,t)),width:e}))}function Lo({width:e,hasWeights:t,hasChampion:n}){return 1+ +!!t+e*(n?2:1)}function Ro({width:e,weights:t,champion:n}){return{width:e,hasWeights:t!==void 0,hasChampion:n!==null}}function zo(e){let t=new Float64Array(e.rows*Lo(Ro(e)));return Bo(t,e),t}function Bo(e,{labels:t,weights:n,challenger:r,champion:i}){let a=0;for(let o of[t,n,r,i])o!=null&&(e.set(o,a),a+=o.length)}function Vo(e,t){let n=e.length/Lo(t),[r,...i]=Io(t).map(({before:t,width:r})=>e.subarray(t*n,(t+r)*n)),a=t.hasWeights?i.shift():void 0,[o,s=null]=i;return{rows:n,labels:r,weights:a,challenger:o,champion:s,width:t.width}}function Ho(e){let t=Ro(e[0]),n=Uo(e.map(e=>e.rows)),r=Vo(new Float64Array(n*Lo(t)),t),i=0;for(let n of e)r.labels.set(n.labels,i),r.weights?.set(n.weights,i),r.challenger.set(n.challenger,i*t.width),r.champion?.set(n.champion,i*t.width),i+=n.rows;return r}function Uo(e){return e.reduce((e,t)=>e+t,0)}function Wo(){let e=/* @__PURE__ */ new Float64Array;return t=>(e.length<t&&(e=new Float64Array(t)),e.subarray(0,t))}function Go(e,t,n=Wo()){let r=Ko(t),i=Ro(e),a=Vo(n(r.length*Lo(i)),i);return qo(e.labels,r,a.labels),a.weights!==void 0&&qo(e.weights,r,a.weights),qo(e.challenger,r,a.challenger),a.champion!==null&&qo(e.champion,r,a.champion),a}function Ko(e){let t=0;for(let n=0;n<e.length;n++)t+=e[n];let n=new Uint32Array(t),r=0;for(let i=0;i<e.length&&r<t;i++)e[i]===1&&(n[r++]=i);return n}function qo(e,t,n){let r=n.length/t.length;if(r===1)for(let r=0;r<t.length;r++)n[r]=e[t[r]];else for(let i=0;i<t.length;i++)n.set(e.subarray(t[i]*r,(t[i]+1)*r),i*r)}const Jo=16384,Yo=2**22;function Xo(e,t){let n=Zo(e.rows(),t),r=[],i=[],a=0;for(let t of e.parts()){let o=$o(a,{rows:t.rows,share:Math.min(n,Qo(t))/e.rows()});for(let e=0;e<t.rows;e++)o[e]===1&&i.push(a+e);r.push(Go(t,o)),a+=t.rows}return r.length===0?null:{rows:Ho(r),places:new Uint32Array(i)}}function Zo(e,t){if(e<=Jo||t===null)return Jo;let n=Math.min(...t.filter(e=>e>0))/e;return Math.min(Jo,Math.max(4096,Math.ceil(2048/n)))}function Qo({width:e}){return Math.floor(Yo/(1+2*e))}function $o(e,{rows:t,share:n}){let r=new Uint8Array(t);for(let i=0;i<t;i++)es(e+i,n)&&(r[i]=1);return r}function es(e,t){return t>=1||ts(e)<t*2**32}function ts(e){let t=Math.imul(e^e>>>16,569420461),n=Math.imul(t^t>>>15,1935289751);return(n^n>>>15)>>>0}function ns(e,t,n){let r=Xo(t,e.classRows);if(r===null||r.rows.champion===null)return{};let{replicates:i,values:a}=jo({...r,rows:r.rows},n,1e3),o=Math.sqrt(r.places.length/t.rows()),s=Object.keys(i.challenger).filter(t=>!(t in e.comparisons)).map(t=>[t,rs(t,{quality:e,replicates:i,values:a,scale:o})]);return Object.fromEntries(s)}function rs(e,{quality:t,replicates:n,values:r,scale:i}){let a=is(t.challenger[e],t.champion?.[e]),o=is(r.challenger[e],r.champion[e]),s=n.champion[e].map(e=>i*e),c=a===null||o===null?NaN:a-i*o,l=n.challenger[e].map(e=>i*e+c),u=e=>ai(a,{champion:s,challenger:l},{confidence:si,alternative:e});return{...u(`two-sided`),test:`bootstrap`,lossPValue:u(ci(e)).pValue}}function is(e,t){return typeof e==`number`&&typeof t==`number`?e-t:null}
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
var as=/* @__PURE__ */ n(((e,t)=>{var n=ne(),r=V(),i=Oe();function a(e,t,a){var o,s;return i(e)||i(t)||i(a)||a<0?NaN:a===0?e<t?0:1:(o=a*r(2),s=e-t,.5*n(-s/o))}t.exports=a})),os=/* @__PURE__ */ n(((e,t)=>{
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
var n=Oe();function r(e,t){return n(e)||n(t)?NaN:e<t?0:1}t.exports=r})),ss=/* @__PURE__ */ n(((e,t)=>{
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
var n=ie(),r=Oe();function i(e){return r(e)?n(NaN):t;function t(t){return r(t)?NaN:t<e?0:1}}t.exports=i})),cs=/* @__PURE__ */ n(((e,t)=>{
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
var n=Pe(),r=os();n(r,`factory`,ss()),t.exports=r})),ls=/* @__PURE__ */ n(((e,t)=>{
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
var n=ie(),r=cs().factory,i=Oe(),a=V(),o=ne();function s(e,t){var s;return i(e)||i(t)||t<0?n(NaN):t===0?r(e):(s=t*a(2),c);function c(t){var n;return i(t)?NaN:(n=t-e,.5*o(-n/s))}}t.exports=s})),us=/* @__PURE__ */ n(((e,t)=>{
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
var n=Pe(),r=as();n(r,`factory`,ls()),t.exports=r})),ds=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0005087819496582806:(t=e<0?-e:e,t<=1?(n=-.0005087819496582806+e*(-.008368748197417368+e*(.03348066254097446+e*(-.012692614766297404+e*(-.03656379714117627+e*(.02198786811111689+e*(.008226878746769157+e*(-.005387729650712429+e*(0+e*0)))))))),r=1+e*(-.9700050433032906+e*(-1.5657455823417585+e*(1.5622155839842302+e*(.662328840472003+e*(-.7122890234154284+e*(-.05273963823400997+e*(.07952836873415717+e*(-.0023339375937419+e*.0008862163904564247))))))))):(e=1/e,n=0+e*(0+e*(-.005387729650712429+e*(.008226878746769157+e*(.02198786811111689+e*(-.03656379714117627+e*(-.012692614766297404+e*(.03348066254097446+e*(-.008368748197417368+e*-.0005087819496582806)))))))),r=.0008862163904564247+e*(-.0023339375937419+e*(.07952836873415717+e*(-.05273963823400997+e*(-.7122890234154284+e*(.662328840472003+e*(1.5622155839842302+e*(-1.5657455823417585+e*(-.9700050433032906+e*1))))))))),n/r)}t.exports=n})),fs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.20243350835593876:(t=e<0?-e:e,t<=1?(n=-.20243350835593876+e*(.10526468069939171+e*(8.3705032834312+e*(17.644729840837403+e*(-18.851064805871424+e*(-44.6382324441787+e*(17.445385985570866+e*(21.12946554483405+e*-3.6719225470772936))))))),r=1+e*(6.242641248542475+e*(3.971343795334387+e*(-28.66081804998+e*(-20.14326346804852+e*(48.560921310873994+e*(10.826866735546016+e*(-22.643693341313973+e*1.7211476576120028)))))))):(e=1/e,n=-3.6719225470772936+e*(21.12946554483405+e*(17.445385985570866+e*(-44.6382324441787+e*(-18.851064805871424+e*(17.644729840837403+e*(8.3705032834312+e*(.10526468069939171+e*-.20243350835593876))))))),r=1.7211476576120028+e*(-22.643693341313973+e*(10.826866735546016+e*(48.560921310873994+e*(-20.14326346804852+e*(-28.66081804998+e*(3.971343795334387+e*(6.242641248542475+e*1)))))))),n/r)}t.exports=n})),ps=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.1311027816799519:(t=e<0?-e:e,t<=1?(n=-.1311027816799519+e*(-.16379404719331705+e*(.11703015634199525+e*(.38707973897260434+e*(.3377855389120359+e*(.14286953440815717+e*(.029015791000532906+e*(.0021455899538880526+e*(-6.794655751811263e-7+e*(2.8522533178221704e-8+e*-681149956853777e-24))))))))),r=1+e*(3.4662540724256723+e*(5.381683457070069+e*(4.778465929458438+e*(2.5930192162362027+e*(.848854343457902+e*(.15226433829533179+e*(.011059242293464892+e*(0+e*(0+e*0)))))))))):(e=1/e,n=-681149956853777e-24+e*(2.8522533178221704e-8+e*(-6.794655751811263e-7+e*(.0021455899538880526+e*(.029015791000532906+e*(.14286953440815717+e*(.3377855389120359+e*(.38707973897260434+e*(.11703015634199525+e*(-.16379404719331705+e*-.1311027816799519))))))))),r=0+e*(0+e*(0+e*(.011059242293464892+e*(.15226433829533179+e*(.848854343457902+e*(2.5930192162362027+e*(4.778465929458438+e*(5.381683457070069+e*(3.4662540724256723+e*1)))))))))),n/r)}t.exports=n})),ms=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0350353787183178:(t=e<0?-e:e,t<=1?(n=-.0350353787183178+e*(-.0022242652921344794+e*(.018557330651423107+e*(.009508047013259196+e*(.0018712349281955923+e*(.00015754461742496055+e*(460469890584318e-20+e*(-2304047769118826e-25+e*26633922742578204e-28))))))),r=1+e*(1.3653349817554064+e*(.7620591645536234+e*(.22009110576413124+e*(.03415891436709477+e*(.00263861676657016+e*(7646752923027944e-20+e*(0+e*0)))))))):(e=1/e,n=26633922742578204e-28+e*(-2304047769118826e-25+e*(460469890584318e-20+e*(.00015754461742496055+e*(.0018712349281955923+e*(.009508047013259196+e*(.018557330651423107+e*(-.0022242652921344794+e*-.0350353787183178))))))),r=0+e*(0+e*(7646752923027944e-20+e*(.00263861676657016+e*(.03415891436709477+e*(.22009110576413124+e*(.7620591645536234+e*(1.3653349817554064+e*1)))))))),n/r)}t.exports=n})),hs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.016743100507663373:(t=e<0?-e:e,t<=1?(n=-.016743100507663373+e*(-.0011295143874558028+e*(.001056288621524929+e*(.00020938631748758808+e*(14962478375834237e-21+e*(4.4969678992770644e-7+e*(4.625961635228786e-9+e*(-2811287356288318e-29+e*9905570997331033e-32))))))),r=1+e*(.5914293448864175+e*(.1381518657490833+e*(.016074608709367652+e*(.0009640118070051656+e*(27533547476472603e-21+e*(2.82243172016108e-7+e*(0+e*0)))))))):(e=1/e,n=9905570997331033e-32+e*(-2811287356288318e-29+e*(4.625961635228786e-9+e*(4.4969678992770644e-7+e*(14962478375834237e-21+e*(.00020938631748758808+e*(.001056288621524929+e*(-.0011295143874558028+e*-.016743100507663373))))))),r=0+e*(0+e*(2.82243172016108e-7+e*(27533547476472603e-21+e*(.0009640118070051656+e*(.016074608709367652+e*(.1381518657490833+e*(.5914293448864175+e*1)))))))),n/r)}t.exports=n})),gs=/* @__PURE__ */ n(((e,t)=>{
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
var n=Oe(),r=V(),i=G(),a=Le(),o=Me(),s=ds(),c=fs(),l=ps(),u=ms(),d=hs(),f=.08913147449493408,p=2.249481201171875,m=.807220458984375,h=.9399557113647461,g=.9836282730102539;function _(e){var t,_,v,y,b,x;return n(e)?NaN:e===1?a:e===-1?o:e===0?e:e>1||e<-1?NaN:(e<0?(t=-1,_=-e):(t=1,_=e),y=1-_,_<=.5?(b=_*(_+10),x=s(_),t*(b*f+b*x)):y>=.25?(b=r(-2*i(y)),y-=.25,x=c(y),t*(b/(p+x))):(y=r(-i(y)),y<3?(v=y-1.125,x=l(v),t*(m*y+x*y)):y<6?(v=y-3,x=u(v),t*(h*y+x*y)):(v=y-6,x=d(v),t*(g*y+x*y))))}t.exports=_})),_s=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=gs()})),vs=/* @__PURE__ */ n(((e,t)=>{
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
var n=_s(),r=Oe(),i=V();function a(e,t,a){var o,s;return r(t)||r(a)||r(e)||a<0||e<0||e>1?NaN:a===0?t:(o=t,s=a*i(2),o+s*n(2*e-1))}t.exports=a})),ys=/* @__PURE__ */ n(((e,t)=>{
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
var n=Oe();function r(e,t){return n(e)||e<0||e>1?NaN:t}t.exports=r})),bs=/* @__PURE__ */ n(((e,t)=>{
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
var n=ie(),r=Oe();function i(e){return r(e)?n(NaN):t;function t(t){return r(t)||t<0||t>1?NaN:e}}t.exports=i})),xs=/* @__PURE__ */ n(((e,t)=>{
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
var n=Pe(),r=ys();n(r,`factory`,bs()),t.exports=r})),Ss=/* @__PURE__ */ n(((e,t)=>{
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
var n=ie(),r=xs().factory,i=_s(),a=Oe(),o=V();function s(e,t){var s,c;return a(e)||a(t)||t<0?n(NaN):(t===0&&r(e),s=e,c=t*o(2),l);function l(e){return a(e)||e<0||e>1?NaN:s+c*i(2*e-1)}}t.exports=s})),Cs=/* @__PURE__ */ n(((e,t)=>{
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
var n=Pe(),r=vs();n(r,`factory`,Ss()),t.exports=r})),ws=/* @__PURE__ */ t(us(),1),Ts=/* @__PURE__ */ t(Cs(),1);const Es=Math.sqrt(2*Math.PI);function Ds(e){return(0,ws.default)(e,0,1)}function Os(e){return e>.5?-Os(1-e):e>0?e>=1e-4?(0,Ts.default)(e,0,1):As(Math.log(e)):e===0?-1/0:NaN}function ks(e,t){return t===`less`?Ds(e):t===`greater`?Ds(-e):Math.min(1,2*Ds(-Math.abs(e)))}function As(e){let t=-Math.sqrt(-2*e);for(let n=0;n<12;n++){let n=Ds(t);if(n===0)return t;let r=Math.exp(-t*t/2)/Es,i=(Math.log(n)-e)*n/r;if(t-=i,Math.abs(i)<=Math.abs(t)*2**-52)break}return t}function js({standardError:e,rows:t},n){let r=(Os(.95)+Os(.8))*e,i=Math.max(1,Math.ceil(t*(r/n)**2));return n>0&&e>=0&&Number.isFinite(i)?i:null}function Ms({champion:e,lower:t,upper:n},{maxLoss:r,maxLossRatio:i},a){if(e===null||t===null||n===null)return null;let o=[r,i===void 0?void 0:i*Math.abs(e)],s=Math.min(...o.filter(e=>e!==void 0)),c=(n-t)/2/-Os(ti(si));return Number.isFinite(s)?js({standardError:c,rows:a},s):null}function Ns({quality:e},t){return e?.metrics?.[t]??{}}function Ps(e,t){let n=-Os(ti(t)),r=t=>Is(e,t);return{lower:Fs(r,n),upper:Fs(r,-n)}}function Fs(e,t){let[n,r]=[-1,1];for(let i=0;i<60;i++){let i=(n+r)/2;e(i)>t?n=i:r=i}return(n+r)/2}function Is({rows:e,championOnly:t,challengerOnly:n},r){let i=2*e,a=-n-t+(2*e-n+t)*r,o=-t*r*(1-r),s=Math.sqrt(Math.max(0,a*a-4*i*o)),c=e*(2*(a<=0?(s-a)/(2*i):-2*o/(s+a))+r*(1-r)),l=n-t-e*r;return c>0?l/Math.sqrt(c):l*(1/0)}function Ls(e,{confidence:t,alternative:n=`two-sided`}){let{rows:r,championOnly:i,challengerOnly:a}=e;if(r===0)return ni;let o=i+a;if(o===0)return ri;let s={trials:o,probability:.5},c=We(a,s),l=We(i,s),u={less:c,greater:l,"two-sided":Math.min(1,2*Math.min(c,l))}[n];return{difference:(a-i)/r,...Ps(e,t),pValue:u}}const Rs={byWeight:po,bySquare:null};function zs({byWeight:e,bySquare:t},{values:n,weights:r}){let i=mo(e,{values:n,weights:r});if(r===void 0)return{byWeight:i,bySquare:t};let a=r.map(e=>e*e);return{byWeight:i,bySquare:mo(t??po,{values:n,weights:a})}}function Bs({byWeight:e,bySquare:t}){let n=ho(e);if(n===null)return null;let{rows:r,weight:i,mean:a}=n,o=t===null?n:ho(t);if(o===null)return null;let s=o.mean-a;return{rows:r,mean:a,variance:(o.squares+o.weight*s*s)*(r/(r-1))/(i*i)}}function Vs({byWeight:{mean:e,squares:t}}){return e===0&&t===0}
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
var Hs=/* @__PURE__ */ n(((e,t)=>{var n=Ue(),r=Oe(),i=le();function a(e,t){var a,o,s;return r(e)||r(t)||t<=0?NaN:e===0?.5:(a=i(e,2),t>2*a?(s=a/(t+a),o=n(s,.5,t/2,!0,!0)/2):(s=t/(t+a),o=n(s,t/2,.5,!0,!1)/2),e>0?1-o:o)}t.exports=a})),Us=/* @__PURE__ */ n(((e,t)=>{
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
var n=ie(),r=Ue(),i=Oe(),a=le();function o(e){return i(e)||e<=0?n(NaN):t;function t(t){var n,o,s;return i(t)?NaN:t===0?.5:(n=a(t,2),e>2*n?(s=n/(e+n),o=r(s,.5,e/2,!0,!0)/2):(s=e/(e+n),o=r(s,e/2,.5,!0,!1)/2),t>0?1-o:o)}}t.exports=o})),Ws=/* @__PURE__ */ n(((e,t)=>{
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
var n=Pe(),r=Hs();n(r,`factory`,Us()),t.exports=r})),Gs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0005087819496582806:(t=e<0?-e:e,t<=1?(n=-.0005087819496582806+e*(-.008368748197417368+e*(.03348066254097446+e*(-.012692614766297404+e*(-.03656379714117627+e*(.02198786811111689+e*(.008226878746769157+e*(-.005387729650712429+e*(0+e*0)))))))),r=1+e*(-.9700050433032906+e*(-1.5657455823417585+e*(1.5622155839842302+e*(.662328840472003+e*(-.7122890234154284+e*(-.05273963823400997+e*(.07952836873415717+e*(-.0023339375937419+e*.0008862163904564247))))))))):(e=1/e,n=0+e*(0+e*(-.005387729650712429+e*(.008226878746769157+e*(.02198786811111689+e*(-.03656379714117627+e*(-.012692614766297404+e*(.03348066254097446+e*(-.008368748197417368+e*-.0005087819496582806)))))))),r=.0008862163904564247+e*(-.0023339375937419+e*(.07952836873415717+e*(-.05273963823400997+e*(-.7122890234154284+e*(.662328840472003+e*(1.5622155839842302+e*(-1.5657455823417585+e*(-.9700050433032906+e*1))))))))),n/r)}t.exports=n})),Ks=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.20243350835593876:(t=e<0?-e:e,t<=1?(n=-.20243350835593876+e*(.10526468069939171+e*(8.3705032834312+e*(17.644729840837403+e*(-18.851064805871424+e*(-44.6382324441787+e*(17.445385985570866+e*(21.12946554483405+e*-3.6719225470772936))))))),r=1+e*(6.242641248542475+e*(3.971343795334387+e*(-28.66081804998+e*(-20.14326346804852+e*(48.560921310873994+e*(10.826866735546016+e*(-22.643693341313973+e*1.7211476576120028)))))))):(e=1/e,n=-3.6719225470772936+e*(21.12946554483405+e*(17.445385985570866+e*(-44.6382324441787+e*(-18.851064805871424+e*(17.644729840837403+e*(8.3705032834312+e*(.10526468069939171+e*-.20243350835593876))))))),r=1.7211476576120028+e*(-22.643693341313973+e*(10.826866735546016+e*(48.560921310873994+e*(-20.14326346804852+e*(-28.66081804998+e*(3.971343795334387+e*(6.242641248542475+e*1)))))))),n/r)}t.exports=n})),qs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.1311027816799519:(t=e<0?-e:e,t<=1?(n=-.1311027816799519+e*(-.16379404719331705+e*(.11703015634199525+e*(.38707973897260434+e*(.3377855389120359+e*(.14286953440815717+e*(.029015791000532906+e*(.0021455899538880526+e*(-6.794655751811263e-7+e*(2.8522533178221704e-8+e*-681149956853777e-24))))))))),r=1+e*(3.4662540724256723+e*(5.381683457070069+e*(4.778465929458438+e*(2.5930192162362027+e*(.848854343457902+e*(.15226433829533179+e*(.011059242293464892+e*(0+e*(0+e*0)))))))))):(e=1/e,n=-681149956853777e-24+e*(2.8522533178221704e-8+e*(-6.794655751811263e-7+e*(.0021455899538880526+e*(.029015791000532906+e*(.14286953440815717+e*(.3377855389120359+e*(.38707973897260434+e*(.11703015634199525+e*(-.16379404719331705+e*-.1311027816799519))))))))),r=0+e*(0+e*(0+e*(.011059242293464892+e*(.15226433829533179+e*(.848854343457902+e*(2.5930192162362027+e*(4.778465929458438+e*(5.381683457070069+e*(3.4662540724256723+e*1)))))))))),n/r)}t.exports=n})),Js=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0350353787183178:(t=e<0?-e:e,t<=1?(n=-.0350353787183178+e*(-.0022242652921344794+e*(.018557330651423107+e*(.009508047013259196+e*(.0018712349281955923+e*(.00015754461742496055+e*(460469890584318e-20+e*(-2304047769118826e-25+e*26633922742578204e-28))))))),r=1+e*(1.3653349817554064+e*(.7620591645536234+e*(.22009110576413124+e*(.03415891436709477+e*(.00263861676657016+e*(7646752923027944e-20+e*(0+e*0)))))))):(e=1/e,n=26633922742578204e-28+e*(-2304047769118826e-25+e*(460469890584318e-20+e*(.00015754461742496055+e*(.0018712349281955923+e*(.009508047013259196+e*(.018557330651423107+e*(-.0022242652921344794+e*-.0350353787183178))))))),r=0+e*(0+e*(7646752923027944e-20+e*(.00263861676657016+e*(.03415891436709477+e*(.22009110576413124+e*(.7620591645536234+e*(1.3653349817554064+e*1)))))))),n/r)}t.exports=n})),Ys=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.016743100507663373:(t=e<0?-e:e,t<=1?(n=-.016743100507663373+e*(-.0011295143874558028+e*(.001056288621524929+e*(.00020938631748758808+e*(14962478375834237e-21+e*(4.4969678992770644e-7+e*(4.625961635228786e-9+e*(-2811287356288318e-29+e*9905570997331033e-32))))))),r=1+e*(.5914293448864175+e*(.1381518657490833+e*(.016074608709367652+e*(.0009640118070051656+e*(27533547476472603e-21+e*(2.82243172016108e-7+e*(0+e*0)))))))):(e=1/e,n=9905570997331033e-32+e*(-2811287356288318e-29+e*(4.625961635228786e-9+e*(4.4969678992770644e-7+e*(14962478375834237e-21+e*(.00020938631748758808+e*(.001056288621524929+e*(-.0011295143874558028+e*-.016743100507663373))))))),r=0+e*(0+e*(2.82243172016108e-7+e*(27533547476472603e-21+e*(.0009640118070051656+e*(.016074608709367652+e*(.1381518657490833+e*(.5914293448864175+e*1)))))))),n/r)}t.exports=n})),Xs=/* @__PURE__ */ n(((e,t)=>{
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
var n=Oe(),r=V(),i=G(),a=Le(),o=Me(),s=Gs(),c=Ks(),l=qs(),u=Js(),d=Ys(),f=.08913147449493408,p=2.249481201171875,m=.807220458984375,h=.9399557113647461,g=.9836282730102539;function _(e){var t,_,v,y,b;return n(e)?NaN:e===0?a:e===2?o:e===1?0:e>2||e<0?NaN:(e>1?(t=-1,v=2-e):(t=1,v=e),e=1-v,e<=.5?(y=e*(e+10),b=s(e),t*(y*f+y*b)):v>=.25?(y=r(-2*i(v)),v-=.25,b=c(v),t*(y/(p+b))):(v=r(-i(v)),v<3?(_=v-1.125,b=l(_),t*(m*v+b*v)):v<6?(_=v-3,b=u(_),t*(h*v+b*v)):(_=v-6,b=d(_),t*(g*v+b*v))))}t.exports=_})),Zs=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=Xs()})),Qs=/* @__PURE__ */ n(((e,t)=>{
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
var n=Oe(),r=ye(),i=V(),a=pe(),o=6123233995736766e-32;function s(e){var t;return n(e)||e<-1||e>1?NaN:e>.5?2*r(i(.5-.5*e)):(t=a-r(e),t+=o,t+=a,t)}t.exports=s})),$s=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=Qs()})),ec=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=1.4142135623730951})),tc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.16666666666666666:.16666666666666666+e*.16666666666666666}t.exports=n})),nc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.058333333333333334:.058333333333333334+e*(.06666666666666667+e*.008333333333333333)}t.exports=n})),rc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.0251984126984127:.0251984126984127+e*(.026785714285714284+e*(.0017857142857142857+e*.0001984126984126984))}t.exports=n})),ic=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.012039792768959435:.012039792768959435+e*(.010559964726631394+e*(-.0011078042328042327+e*(.0003747795414462081+e*27557319223985893e-22)))}t.exports=n})),ac=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.003837005972422639:.003837005972422639+e*(.00610392115600449+e*(-.0016095979637646305+e*(.0005945867404200738+e*(-6270542728876062e-20+e*2.505210838544172e-8))))}t.exports=n})),oc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.0032177478835464946:.0032177478835464946+e*(.0010898206731540065+e*(-.0012579159844784845+e*(.0006908420797309686+e*(-.00016376804137220805+e*(154012654012654e-19+e*16059043836821613e-26)))))}t.exports=n})),sc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.001743826229834001:.001743826229834001+e*(3353097688001788e-20+e*(-.0007624513544032393+e*(.0006451304695145635+e*(-.000249472580470431+e*(49255746366361444e-21+e*(-39851014346715405e-22+e*7647163731819816e-28))))))}t.exports=n})),cc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.0009647274732138864:.0009647274732138864+e*(-.0003110108632631878+e*(-.00036307660358786886+e*(.0005140660578834113+e*(-.00029133414466938067+e*(9086710793521991e-20+e*(-15303004486655377e-21+e*(10914179173496788e-22+e*28114572543455206e-31)))))))}t.exports=n})),lc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.0005422926281312969:.0005422926281312969+e*(-.0003694266780000966+e*(-.00010230378073700413+e*(.00035764655430568635+e*(-.00028690924218514614+e*(.00012645437628698076+e*(-33202652391372056e-21+e*(4890304529197534e-21+e*(-3.123956959982987e-7+e*822063524662433e-32))))))))}t.exports=n})),uc=/* @__PURE__ */ n(((e,t)=>{
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
var n=fe(),r=Ae(),i=V(),a=Ke(),o=tc(),s=nc(),c=rc(),l=ic(),u=ac(),d=oc(),f=sc(),p=cc(),m=lc(),h=0,g=[1,0,0,0,0,0,0,0,0,0];function _(e,t){var _,v=n(e/2,.5)*i(e*a)*(t-.5);return _=1/e,g[1]=o(_),g[2]=s(_),g[3]=c(_),g[4]=l(_),g[5]=u(_),g[6]=d(_),g[7]=f(_),g[8]=p(_),g[9]=m(_),h+v*r(g,v*v)}t.exports=_})),dc=/* @__PURE__ */ n(((e,t)=>{
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
var n=fe(),r=Ae(),i=V(),a=le(),o=Ke(),s=[0,0,0,0,0,0,0];function c(e,t){var c,l,u,d,f,p,m,h=n(e/2,.5)*i(e*o)*t;return d=e+2,f=e+4,p=e+6,s[0]=1,s[1]=-(e+1)/(2*d),d*=e+2,s[2]=-e*(e+1)*(e+3)/(8*d*f),d*=e+2,s[3]=-e*(e+1)*(e+5)*((3*e+7)*e-2)/(48*d*f*p),d*=e+2,f*=e+4,s[4]=-e*(e+1)*(e+7)*(((((15*e+154)*e+465)*e+286)*e-336)*e+64)/(384*d*f*p*(e+8)),d*=e+2,s[5]=-e*(e+1)*(e+3)*(e+9)*((((((35*e+452)*e+1573)*e+600)*e-2020)*e+928)*e-128)/(1280*d*f*p*(e+8)*(e+10)),d*=e+2,f*=e+4,p*=e+6,s[6]=-e*(e+1)*(e+11)*(((((((((((945*e+31506)*e+425858)*e+2980236)*e+11266745)*e+20675018)*e+7747124)*e-22574632)*e-8565600)*e+18108416)*e-7099392)*e+884736)/(46080*d*f*p*(e+8)*(e+10)*(e+12)),m=i(e),u=a(m*h,1/e),l=u*u,c=r(s,l),c*=m,c/=u,-c}t.exports=c})),fc=/* @__PURE__ */ n(((e,t)=>{
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
var n=Zs(),r=Be(),i=V(),a=le(),o=re(),s=ec();function c(e,t){var c,l,u,d,f,p,m;return e>0x56bc75e2d63100000?-n(2*t)*s:(c=1/(e-.5),l=48/(c*c),u=((20700*c/l-98)*c-16)*c+96.36,d=((94.5/(l+u)-3)/l+1)*i(c*o)*e,m=a(d*2*t,2/e),m>.05+c?(p=-n(2*t)*s,m=p*p,e<5&&(u+=.3*(e-4.5)*(p+.6)),u+=(((.05*d*p-5)*p-7)*p-2)*p+l,m=(((((.4*m+6.3)*m+36)*m+94.5)/u-m-3)/l+1)*p,m=r(c*m*m)):m=((1/(((e+6)/(e*m)-.089*d-.822)*(e+2)*3)+.5/(e+4))*m-1)*(e+1)/(e+2)+1/m,f=i(e*m),-f)}t.exports=c})),pc=/* @__PURE__ */ n(((e,t)=>{
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
var n=Zs(),r=xe(),i=ce(),a=me(),o=$s(),s=V(),c=q(),l=de(),u=le(),d=ue(),f=ec(),p=Ke(),m=uc(),h=dc(),g=fc(),_=268435456,v=1/3,y=106/3,b=.8549879733383485;function x(e,t,x){var S,C,w,T,E=0,D,O,k,A,j,M,N,P,F,I,L;if(t>x?(O=x,x=t,t=O,T=!0):T=!1,r(e)===e&&e<20)switch(C=i(1,y),r(e)){case 1:E=t===.5?0:-l(p*t)/d(p*t);break;case 2:E=(2*t-1)/s(2*t*x);break;case 4:D=4*t*x,w=s(D),P=4*l(o(w)/3)/w,F=s(P-4),E=t-.5<0?-F:F;break;case 6:if(t<1e-150)return(T?-1:1)*g(e,t);I=4*(t-t*t),L=u(I,v),N=6*(1+b*(1/L-1));do A=N*N,j=A*A,M=N*j,k=N,N=2*(8*I*M-270*A+2187)/(5*(4*I*j-216*N-243));while(c((N-k)/N)>C);N=s(N-e),E=t-.5<0?-N:N;break;default:e>_?E=n(2*t)*f:e<3?(S=.2742-e*.0242143,E=t>S?m(e,t):h(e,t)):(S=i(1,a(e/-.654)),E=t>S?g(e,t):h(e,t))}else e>_?E=-n(2*t)*f:e<3?(S=.2742-e*.0242143,E=t>S?m(e,t):h(e,t)):(S=i(1,a(e/-.654)),E=t>S?g(e,t):h(e,t));return T?-E:E}t.exports=x})),mc=/* @__PURE__ */ n(((e,t)=>{
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
var n=pc();function r(e,t,r){var i,a=t/2,o=1-a,s;return i=e*2,s=n(i,a,o),r&&(r.value=s*s/(i+s*s)),i/(i+s*s)}t.exports=r})),hc=/* @__PURE__ */ n(((e,t)=>{
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
var n=Ae(),r=Zs(),i=V(),a=Fe(),o=ec(),s=[0,0,0,0,0,0,0],c=[0,0,0,0];function l(e,t,l){var u=r(2*l),d,f,p,m,h,g;return u/=-i(e/2),c[0]=u,h=t-e,p=h*h,m=p*h,s[0]=-h*o/2,s[1]=(1-2*h)/8,s[2]=-(h*o/48),s[3]=-1/192,s[4]=-h*o/3840,s[5]=0,s[6]=0,c[1]=n(s,u),s[0]=h*o*(3*h-2)/12,s[1]=(20*p-12*h+1)/128,s[2]=h*o*(20*h-1)/960,s[3]=(16*p+30*h-15)/4608,s[4]=h*o*(21*h+32)/53760,s[5]=(-(32*p)+63)/368640,s[6]=-h*o*(120*h+17)/25804480,c[2]=n(s,u),s[0]=h*o*(-75*p+80*h-16)/480,s[1]=(-1080*m+868*p-90*h-45)/9216,s[2]=h*o*(-1190*p+84*h+373)/53760,s[3]=(-2240*m-2508*p+2100*h-165)/368640,s[4]=0,s[5]=0,s[6]=0,c[3]=n(s,u),f=n(c,1/e),d=f*f,g=-a(-d/2),d===0?.5:(1+f*i((1+g)/d))/2}t.exports=l})),gc=/* @__PURE__ */ n(((e,t)=>{
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
var n=G(),r=_e()/4;function i(e,t){return i;function i(i){var a,o,s=1-i;return s===0||i===0?[-r,-r]:(o=n(i)+t*n(s)+e,a=1/i-t/s,[o,a])}}t.exports=i})),_c=/* @__PURE__ */ n(((e,t)=>{
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
var n=Oe();function r(e){return e===0||n(e)?e:e<0?-1:1}t.exports=r})),vc=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=_c()})),yc=/* @__PURE__ */ n(((e,t)=>{
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
var n=vc(),r=q(),i=ce(),a=_e();function o(e,t,o,s,c,l){var u,d,f,p,m,h,g,_,v=0,y;u=0,m=t,p=i(1,1-c),g=a,d=a,f=a,h=l;do{if(u=v,f=d,d=g,_=e(m),v=_[0],y=_[1],--h,v===0)break;if(y===0?(u===0&&(t=m===o?s:o,u=e(t),g=t-m),g=n(u)*n(v)<0?g<0?(m-o)/2:(m-s)/2:g<0?(m-s)/2:(m-o)/2):g=v/y,r(g*2)>r(f)&&(g=g>0?(m-o)/2:(m-s)/2),t=m,m-=g,m<=o){if(g=.5*(t-o),m=t-g,m===o||m===s)break}else if(m>=s&&(g=.5*(t-s),m=t-g,m===o||m===s))break;g>0?s=t:o=t}while(h&&r(m*p)<r(g));return m}t.exports=o})),bc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?-1:-1+e*(-5+e*5)}t.exports=n})),xc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?1:1+e*(21+e*(-69+e*46))}t.exports=n})),Sc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?7:7+e*(-2+e*(33+e*(-62+e*31)))}t.exports=n})),Cc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?25:25+e*(-52+e*(-17+e*(88+e*(-115+e*46))))}t.exports=n})),wc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?7:7+e*(12+e*(-78+e*52))}t.exports=n})),Tc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?-7:-7+e*(2+e*(183+e*(-370+e*185)))}t.exports=n})),Ec=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?-533:-533+e*(776+e*(-1835+e*(10240+e*(-13525+e*5410))))}t.exports=n})),Dc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?-1579:-1579+e*(3747+e*(-3372+e*(-15821+e*(45588+e*(-45213+e*15071)))))}t.exports=n})),Oc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?449:449+e*(-1259+e*(-769+e*(6686+e*(-9260+e*3704))))}t.exports=n})),kc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?63149:63149+e*(-151557+e*(140052+e*(-727469+e*(2239932+e*(-2251437+e*750479)))))}t.exports=n})),Ac=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?29233:29233+e*(-78755+e*(105222+e*(146879+e*(-1602610+e*(3195183+e*(-2554139+e*729754))))))}t.exports=n})),jc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?1:1+e*(-13+e*13)}t.exports=n})),Mc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?1:1+e*(21+e*(-69+e*46))}t.exports=n})),Nc=/* @__PURE__ */ n(((e,t)=>{
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
var n=Ae(),r=Zs(),i=q(),a=Fe(),o=G(),s=V(),c=ue(),l=de(),u=gc(),d=yc(),f=bc(),p=xc(),m=Sc(),h=Cc(),g=wc(),_=Tc(),v=Ec(),y=Dc(),b=Oc(),x=kc(),S=Ac(),C=jc(),w=Mc(),T=[0,0,0,0,0,0],E=[0,0,0,0];function D(e,t,D){var O,k,A,j,M=r(2*e)/-s(t/2),N,P,F,I,L,R,ee,te,z,B,V,ne,re=c(D),ie,H;return ne=l(D),E[0]=M,B=re*re,V=ne*ne,te=re*ne,ee=te*te,R=ee*te,L=ee*ee,I=ee*R,F=R*R,P=L*R,T[0]=(2*B-1)/(3*te),T[1]=-f(B)/(36*ee),T[2]=p(B)/(1620*R),T[3]=m(B)/(6480*L),T[4]=h(B)/(90720*I),T[5]=0,E[1]=n(T,M),T[0]=-g(B)/(405*R),T[1]=_(B)/(2592*L),T[2]=-v(B)/(204120*I),T[3]=-y(B)/(2099520*F),T[4]=0,T[5]=0,E[2]=n(T,M),T[0]=b(B)/(102060*I),T[1]=-x(B)/(20995200*F),T[2]=S(B)/(36741600*P),T[3]=0,T[4]=0,T[5]=0,E[3]=n(T,M),N=n(E,1/t),A=ne/re,A*=A,z=-(N*N)/(2*B)+o(B)+V*o(V)/B,i(N)<.7?(T[0]=B,T[1]=te,T[2]=(1-2*B)/3,T[3]=C(B)/(36*te),T[4]=w(B)/(270*ee),T[5]=0,H=n(T,N)):(ie=a(z),T[0]=ie,T[1]=A,T[2]=0,T[3]=3*A*(3*A+1)/6,T[4]=4*A*(4*A+1)*(4*A+2)/24,T[5]=5*A*(5*A+1)*(5*A+2)*(5*A+3)/120,H=n(T,ie),(H-B)*N<0&&(H=1-H)),N<0?(k=0,O=B):(k=B,O=1),(H<k||H>O)&&(H=(k+O)/2),j=u(-z,A),H=d(j,H,k,O,32,100),H}t.exports=D})),Pc=/* @__PURE__ */ n(((e,t)=>{var n=1e3,r=n*60,i=r*60,a=i*24,o=a*365.25;t.exports=function(e,t){t||={};var n=typeof e;if(n===`string`&&e.length>0)return s(e);if(n===`number`&&isNaN(e)===!1)return t.long?l(e):c(e);throw Error(`val is not a non-empty string or a valid number. val=`+JSON.stringify(e))};function s(e){if(e=String(e),!(e.length>100)){var t=/^((?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|years?|yrs?|y)?$/i.exec(e);if(t){var s=parseFloat(t[1]);switch((t[2]||`ms`).toLowerCase()){case`years`:case`year`:case`yrs`:case`yr`:case`y`:return s*o;case`days`:case`day`:case`d`:return s*a;case`hours`:case`hour`:case`hrs`:case`hr`:case`h`:return s*i;case`minutes`:case`minute`:case`mins`:case`min`:case`m`:return s*r;case`seconds`:case`second`:case`secs`:case`sec`:case`s`:return s*n;case`milliseconds`:case`millisecond`:case`msecs`:case`msec`:case`ms`:return s;default:return}}}}function c(e){return e>=a?Math.round(e/a)+`d`:e>=i?Math.round(e/i)+`h`:e>=r?Math.round(e/r)+`m`:e>=n?Math.round(e/n)+`s`:e+`ms`}function l(e){return u(e,a,`day`)||u(e,i,`hour`)||u(e,r,`minute`)||u(e,n,`second`)||e+` ms`}function u(e,t,n){if(!(e<t))return e<t*1.5?Math.floor(e/t)+` `+n:Math.ceil(e/t)+` `+n+`s`}})),Fc=/* @__PURE__ */ n(((e,t)=>{e=t.exports=i.debug=i.default=i,e.coerce=c,e.disable=o,e.enable=a,e.enabled=s,e.humanize=Pc(),e.names=[],e.skips=[],e.formatters={};var n;function r(t){var n=0,r;for(r in t)n=(n<<5)-n+t.charCodeAt(r),n|=0;return e.colors[Math.abs(n)%e.colors.length]}function i(t){function i(){if(i.enabled){var t=i,r=+/* @__PURE__ */ new Date;t.diff=r-(n||r),t.prev=n,t.curr=r,n=r;for(var a=Array(arguments.length),o=0;o<a.length;o++)a[o]=arguments[o];a[0]=e.coerce(a[0]),typeof a[0]!=`string`&&a.unshift(`%O`);var s=0;a[0]=a[0].replace(/%([a-zA-Z%])/g,function(n,r){if(n===`%%`)return n;s++;var i=e.formatters[r];if(typeof i==`function`){var o=a[s];n=i.call(t,o),a.splice(s,1),s--}return n}),e.formatArgs.call(t,a),(i.log||e.log||console.log.bind(console)).apply(t,a)}}return i.namespace=t,i.enabled=e.enabled(t),i.useColors=e.useColors(),i.color=r(t),typeof e.init==`function`&&e.init(i),i}function a(t){e.save(t),e.names=[],e.skips=[];for(var n=(typeof t==`string`?t:``).split(/[\s,]+/),r=n.length,i=0;i<r;i++)n[i]&&(t=n[i].replace(/\*/g,`.*?`),t[0]===`-`?e.skips.push(RegExp(`^`+t.substr(1)+`$`)):e.names.push(RegExp(`^`+t+`$`)))}function o(){e.enable(``)}function s(t){for(var n=0,r=e.skips.length;n<r;n++)if(e.skips[n].test(t))return!1;for(n=0,r=e.names.length;n<r;n++)if(e.names[n].test(t))return!0;return!1}function c(e){return e instanceof Error?e.stack||e.message:e}})),Ic=/* @__PURE__ */ n(((e,t)=>{e=t.exports=Fc(),e.log=i,e.formatArgs=r,e.save=a,e.load=o,e.useColors=n,e.storage=typeof chrome<`u`&&chrome.storage!==void 0?chrome.storage.local:s(),e.colors=[`lightseagreen`,`forestgreen`,`goldenrod`,`dodgerblue`,`darkorchid`,`crimson`];function n(){return typeof window<`u`&&window.process&&window.process.type===`renderer`?!0:typeof document<`u`&&document.documentElement&&document.documentElement.style&&document.documentElement.style.WebkitAppearance||typeof window<`u`&&window.console&&(window.console.firebug||window.console.exception&&window.console.table)||typeof navigator<`u`&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)&&parseInt(RegExp.$1,10)>=31||typeof navigator<`u`&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/)}e.formatters.j=function(e){try{return JSON.stringify(e)}catch(e){return`[UnexpectedJSONParseError]: `+e.message}};function r(t){var n=this.useColors;if(t[0]=(n?`%c`:``)+this.namespace+(n?` %c`:` `)+t[0]+(n?`%c `:` `)+`+`+e.humanize(this.diff),n){var r=`color: `+this.color;t.splice(1,0,r,`color: inherit`);var i=0,a=0;t[0].replace(/%[a-zA-Z%]/g,function(e){e!==`%%`&&(i++,e===`%c`&&(a=i))}),t.splice(a,0,r)}}function i(){return typeof console==`object`&&console.log&&Function.prototype.apply.call(console.log,console,arguments)}function a(t){try{t==null?e.storage.removeItem(`debug`):e.storage.debug=t}catch{}}function o(){var t;try{t=e.storage.debug}catch{}return!t&&typeof process<`u`&&`env`in process&&(t=process.env.DEBUG),t}e.enable(o());function s(){try{return window.localStorage}catch{}}})),Lc=/* @__PURE__ */ n(((t,n)=>{var r=e(`tty`),i=e(`util`);t=n.exports=Fc(),t.init=p,t.log=l,t.formatArgs=c,t.save=u,t.load=d,t.useColors=s,t.colors=[6,2,3,4,5,1],t.inspectOpts=Object.keys(process.env).filter(function(e){return/^debug_/i.test(e)}).reduce(function(e,t){var n=t.substring(6).toLowerCase().replace(/_([a-z])/g,function(e,t){return t.toUpperCase()}),r=process.env[t];return r=/^(yes|on|true|enabled)$/i.test(r)?!0:/^(no|off|false|disabled)$/i.test(r)?!1:r===`null`?null:Number(r),e[n]=r,e},{});var a=parseInt(process.env.DEBUG_FD,10)||2;a!==1&&a!==2&&i.deprecate(function(){},`except for stderr(2) and stdout(1), any other usage of DEBUG_FD is deprecated. Override debug.log if you want to use a different log function (https://git.io/debug_fd)`)();var o=a===1?process.stdout:a===2?process.stderr:f(a);function s(){return`colors`in t.inspectOpts?!!t.inspectOpts.colors:r.isatty(a)}t.formatters.o=function(e){return this.inspectOpts.colors=this.useColors,i.inspect(e,this.inspectOpts).split(`
`).map(function(e){return e.trim()}).join(` `)},t.formatters.O=function(e){return this.inspectOpts.colors=this.useColors,i.inspect(e,this.inspectOpts)};function c(e){var n=this.namespace;if(this.useColors){var r=this.color,i=`  \x1B[3`+r+`;1m`+n+` \x1B[0m`;e[0]=i+e[0].split(`
`).join(`
`+i),e.push(`\x1B[3`+r+`m+`+t.humanize(this.diff)+`\x1B[0m`)}else e[0]=(/* @__PURE__ */ new Date()).toUTCString()+` `+n+` `+e[0]}function l(){return o.write(i.format.apply(i,arguments)+`
`)}function u(e){e==null?delete process.env.DEBUG:process.env.DEBUG=e}function d(){return process.env.DEBUG}function f(t){var n;switch(process.binding(`tty_wrap`).guessHandleType(t)){case`TTY`:n=new r.WriteStream(t),n._type=`tty`,n._handle&&n._handle.unref&&n._handle.unref();break;case`FILE`:n=new(e(`fs`)).SyncWriteStream(t,{autoClose:!1}),n._type=`fs`;break;case`PIPE`:case`TCP`:n=new(e(`net`)).Socket({fd:t,readable:!1,writable:!0}),n.readable=!1,n.read=null,n._type=`pipe`,n._handle&&n._handle.unref&&n._handle.unref();break;default:throw Error(`Implement me. Unknown stream file type!`)}return n.fd=t,n._isStdio=!0,n}function p(e){e.inspectOpts={};for(var n=Object.keys(t.inspectOpts),r=0;r<n.length;r++)e.inspectOpts[n[r]]=t.inspectOpts[n[r]]}t.enable(d())})),Rc=/* @__PURE__ */ n(((e,t)=>{t.exports=typeof process<`u`&&process.type===`renderer`?Ic():Lc()})),zc=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=34028234663852886e22})),Bc=/* @__PURE__ */ n(((e,t)=>{
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
var n=Rc(),r=ae(),i=q(),a=Fe(),o=G(),s=zc(),c=n(`gammaincinv:higher_newton`);function l(e,t,n,l,u,d,f,p){var m,h,g,_,v,y,b,x,S,C,w,T,E,D=e;w=1,T=1,y=t*t,h=e;do{if(D=e,b=D*D,n===0){if(m=(1-t)*o(D)+D+d,m>o(s))return c(`Warning: overflow problems in one or more steps of the computation. The initial approximation to the root is returned.`),h;E=a(m)}else E=-f*D;p?(x=r(D,t,!0,!1),g=-E*(x-l)):(S=r(D,t,!0,!0),g=E*(S-u)),E=g,l>1e-120||T>1?(_=.5*(D-t+1)/D,v=(2*b-4*D*t+4*D+2*y-3*t+1)/b,v/=6,e=D+E*(1+E*(_+E*v))):e=D+E,w=i(D/e-1),T+=1,D=e,D<0&&(D=h,T=100)}while(w>2e-14&&T<35);return(w>2e-14||T>99)&&c(`Warning: the number of iterations in the Newton method reached the upper limit N=35. The last value obtained for the root is given as output.`),C=D||0,C}t.exports=l})),Vc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?0:0+e*(1+e*(1+e*(1.5+e*(2.6666666666666665+e*(5.208333333333333+e*10.8)))))}t.exports=n})),Hc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?1:1+e*(1+e*(.3333333333333333+e*(.027777777777777776+e*(-.003703703703703704+e*(.0002314814814814815+e*5878894767783657e-20)))))}t.exports=n})),Uc=/* @__PURE__ */ n(((e,t)=>{
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
var n=q(),r=Fe(),i=G(),a=Ae(),o=Vc(),s=Hc(),c=1e-8,l=.08333333333333333,u=.008333333333333333,d=[1,0,0,0,0,0];function f(e){var t,f,p,m,h,g,_,v,y=e*e*.5;if(e===0?h=0:e<-1?(v=r(-1-y),h=o(v)):e<1?(v=e,h=s(v)):(v=11+y,g=i(v),h=v+g,v=1/v,t=g*g,f=t*g,p=f*g,m=p*g,d[1]=(2-g)*.5,d[2]=(-9*g+6+2*t)/6,d[3]=-(3*f+36*g-22*t-12)*l,d[4]=(60+350*t-300*g-125*f+12*p)/60,d[5]=-(-120-274*p+900*g-1700*t+1125*f+20*m)*u,h+=g*v*a(d,v)),v=1,e>-3.5&&e<-.03||e>.03&&e<40){v=1,_=h;do h=_*(y+i(_))/(_-1),v=n(_/h-1),_=h;while(v>c)}return h}t.exports=f})),Wc=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=.9189385332046728})),Gc=/* @__PURE__ */ n(((e,t)=>{
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
var n=[1.9963790515900766,-.0017971032528832887,13129285796384672e-21,-2.340875228178749e-7,7.2291210671127e-9,-3280997607821e-22,19875070901e-21,-1509214183e-21,1375340084e-22,-145728923e-22,17532367e-22,-2351465e-22,346551e-22,-55471e-22,9548e-22,-1748e-22,332e-22,-58e-22];function r(e,t){var r,i=0,a=0,o,s;r=t+t,s=e;do o=a,a=i,i=r*a-o+n[s],--s;while(s>=0);return(i-o)/2}t.exports=r})),Kc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.025721014990011306:.025721014990011306+e*(.08247596616699963+e*(-.0025328157302663564+e*(.0006099292666946337+e*(-.00033543297638406+e*.000250505279903))))}t.exports=n})),qc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.08333333333333333:.08333333333333333+e*(-.002777777777777778+e*(.0007936507936507937+e*-.0005952380952380953))}t.exports=n})),Jc=/* @__PURE__ */ n(((e,t)=>{
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
var n=ke(),r=G(),i=Wc(),a=H(),o=zc(),s=Gc(),c=Kc(),l=qc(),u=.30865217988013566;function d(e){var t;return e<a?o:e<1?n(e+1)-(e+.5)*r(e)+e-i:e<2?n(e)-(e-.5)*r(e)+e-i:e<3?n(e-1)-(e-.5)*r(e)+e-i+r(e-1):e<12?(t=18/(e*e)-1,s(17,t)/(12*e)):(t=1/(e*e),e<1e3?c(t)/(u+t)/e:l(t)/e)}t.exports=d})),Yc=/* @__PURE__ */ n(((e,t)=>{
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
var n=Fe(),r=U(),i=G(),a=zc(),o=se(),s=Jc();function c(e){return e>=3?n(s(e)):e>0?r(e)/(n(-e+(e-.5)*i(e))*o):a}t.exports=c})),Xc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.3333333333438:(t=e<0?-e:e,t<=1?(n=-.3333333333438+e*(-.2070740359969+e*(-.05041806657154+e*(-.004923635739372+e*-4293658292782e-17))),r=1+e*(.7045554412463+e*(.2118190062224+e*(.03048648397436+e*.001605037988091)))):(e=1/e,n=-4293658292782e-17+e*(-.004923635739372+e*(-.05041806657154+e*(-.2070740359969+e*-.3333333333438))),r=.001605037988091+e*(.03048648397436+e*(.2118190062224+e*(.7045554412463+e*1)))),n/r)}t.exports=n})),Zc=/* @__PURE__ */ n(((e,t)=>{
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
var n=q(),r=G(),i=Uc(),a=Xc();function o(e){var t;return n(e)<1?a(e):(t=i(e),r(e/(t-1))/e)}t.exports=o})),Qc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0172847633523:(t=e<0?-e:e,t<=1?(n=-.0172847633523+e*(-.0159372646475+e*(-.00464910887221+e*(-.00060683488776+e*-614830384279e-17))),r=1+e*(.764050615669+e*(.297143406325+e*(.0579490176079+e*.00574558524851)))):(e=1/e,n=-614830384279e-17+e*(-.00060683488776+e*(-.00464910887221+e*(-.0159372646475+e*-.0172847633523))),r=.00574558524851+e*(.0579490176079+e*(.297143406325+e*(.764050615669+e*1)))),n/r)}t.exports=n})),$c=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0172839517431:(t=e<0?-e:e,t<=1?(n=-.0172839517431+e*(-.0146362417966+e*(-.00357406772616+e*(-.000391032032692+e*249634036069e-17))),r=1+e*(.690560400696+e*(.249962384741+e*(.0443843438769+e*.00424073217211)))):(e=1/e,n=249634036069e-17+e*(-.000391032032692+e*(-.00357406772616+e*(-.0146362417966+e*-.0172839517431))),r=.00424073217211+e*(.0443843438769+e*(.249962384741+e*(.690560400696+e*1)))),n/r)}t.exports=n})),el=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?.99994466948:(t=e<0?-e:e,t<=1?(n=.99994466948+e*(104.649839762+e*(857.204033806+e*(731.901559577+e*45.5174411671))),r=1+e*(104.526456943+e*(823.313447808+e*(3119.93802124+e*3970.03311219)))):(e=1/e,n=45.5174411671+e*(731.901559577+e*(857.204033806+e*(104.649839762+e*.99994466948))),r=3970.03311219+e*(3119.93802124+e*(823.313447808+e*(104.526456943+e*1)))),n/r)}t.exports=n})),tl=/* @__PURE__ */ n(((e,t)=>{
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
var n=G(),r=Qc(),i=$c(),a=el();function o(e){var t,o;return e<-5?(o=e*e,t=n(-e),(12-o-t*t*6)/(12*o*e)):e<-2?r(e):e<2?i(e):e<1e3?(o=1/e,a(e)/(-12*e)):-1/(12*e)}t.exports=o})),nl=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?.0495346498136:(t=e<0?-e:e,t<=1?(n=.0495346498136+e*(.0299521337141+e*(.00688296911516+e*(.000512634846317+e*-201411722031e-16))),r=1+e*(.759803615283+e*(.261547111595+e*(.0464854522477+e*.00403751193496)))):(e=1/e,n=-201411722031e-16+e*(.000512634846317+e*(.00688296911516+e*(.0299521337141+e*.0495346498136))),r=.00403751193496+e*(.0464854522477+e*(.261547111595+e*(.759803615283+e*1)))),n/r)}t.exports=n})),rl=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?.00452313583942:(t=e<0?-e:e,t<=1?(n=.00452313583942+e*(.00120744920113+e*(-789724156582e-16+e*(-504476066942e-16+e*-535770949796e-17))),r=1+e*(.912203410349+e*(.405368773071+e*(.0901638932349+e*.00948935714996)))):(e=1/e,n=-535770949796e-17+e*(-504476066942e-16+e*(-789724156582e-16+e*(.00120744920113+e*.00452313583942))),r=.00948935714996+e*(.0901638932349+e*(.405368773071+e*(.912203410349+e*1)))),n/r)}t.exports=n})),il=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?.00439937562904:(t=e<0?-e:e,t<=1?(n=.00439937562904+e*(.000487225670639+e*(-.000128470657374+e*(529110969589e-17+e*1.5716677175e-7))),r=1+e*(.794435257415+e*(.333094721709+e*(.0703527806143+e*.00806110846078)))):(e=1/e,n=1.5716677175e-7+e*(529110969589e-17+e*(-.000128470657374+e*(.000487225670639+e*.00439937562904))),r=.00806110846078+e*(.0703527806143+e*(.333094721709+e*(.794435257415+e*1)))),n/r)}t.exports=n})),al=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0011481191232:(t=e<0?-e:e,t<=1?(n=-.0011481191232+e*(-.112850923276+e*(1.51623048511+e*(-.218472031183+e*.0730002451555))),r=1+e*(14.2482206905+e*(69.7360396285+e*(218.938950816+e*277.067027185)))):(e=1/e,n=.0730002451555+e*(-.218472031183+e*(1.51623048511+e*(-.112850923276+e*-.0011481191232))),r=277.067027185+e*(218.938950816+e*(69.7360396285+e*(14.2482206905+e*1)))),n/r)}t.exports=n})),ol=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.000145727889667:(t=e<0?-e:e,t<=1?(n=-.000145727889667+e*(-.290806748131+e*(-13.308504545+e*(199.722374056+e*-11.4311378756))),r=1+e*(139.612587808+e*(2189.01116348+e*(7115.24019009+e*45574.6081453)))):(e=1/e,n=-11.4311378756+e*(199.722374056+e*(-13.308504545+e*(-.290806748131+e*-.000145727889667))),r=45574.6081453+e*(7115.24019009+e*(2189.01116348+e*(139.612587808+e*1)))),n/r)}t.exports=n})),sl=/* @__PURE__ */ n(((e,t)=>{
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
var n=G(),r=nl(),i=rl(),a=il(),o=al(),s=ol();function c(e){var t,c;return e<-8?(t=e*e,c=n(-e)/e,(-30+e*c*(6*t*c*c-12+t))/(12*e*t*t)):e<-4?r(e)/(e*e):e<-2?i(e):e<2?a(e):e<10?(t=1/e,o(t)/(e*e)):e<100?(t=1/e,s(t)/(e*e)):-n(e)/(12*e*e*e)}t.exports=c})),cl=/* @__PURE__ */ n(((e,t)=>{
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
var n=Rc(),r=Ae(),i=ke(),a=Zs(),o=U(),s=V(),c=q(),l=Fe(),u=W(),d=le(),f=G(),p=se(),m=zc(),h=K(),g=Bc(),_=Uc(),v=Yc(),y=Zc(),b=tl(),x=sl(),S=n(`gammaincinv:compute`),C=.5,w=.3333333333333333,T=.25,E=.2,D=.16666666666666666,O=.08333333333333333,k=.041666666666666664,A=[0,0,0,0,0];function j(e,t,n){var j,M,N,P,F,I,L,R,ee,te,z,B,V,ne,re,ie,H,ae,U,oe,W,se,ce,le,ue,de,G,K,fe,pe,me,he,ge,_e,ve,q,J,ye,Y,be,xe,Se,Ce,we;if(t<C?(P=!0,F=t,Se=-1):(P=!1,F=n,Se=1),Y=0,c(e-1)<1e-4&&(be=0,P?t<.001?(he=t*t,K=he*t,me=K*t,oe=me*t,U=oe*t,W=t+he*C+K*w+me*T+oe*E+U*D):W=-f(1-t):W=-f(n),e===1?(Y=2,_e=W):(N=i(e),Y=1)),n<1e-30&&e<C&&(be=0,W=-f(n*o(e))+(e-1)*f(-f(n*o(e))),Y=1,N=i(e)),e>1&&e<500&&t<1e-80){for(be=0,I=1/e,j=1/(e+1),W=(i(e+1)+f(t))*I,W=l(W),ne=W,ye=0;ye<10;ye++)W=ne*l(W*I)*d(1-W*j,I);Y=1,N=i(e)}if(L=1/e*(f(t)+i(e+1)),L<f(E*(1+e))&&Y===0&&(xe=l(L),be=0,se=e*e,ge=se*e,fe=ge*e,re=e+1,z=re*re,te=re*z,ee=z*z,ie=e+2,R=ie*ie,H=e+3,A[0]=1,A[1]=1/re,A[2]=C*(3*e+5)/(z*ie),A[3]=w*(31+8*se+33*e)/(te*ie*H),A[4]=k*(2888+1179*ge+125*fe+3971*se+5661*e)/(ee*R*H*(e+4)),W=xe*r(A,xe),N=i(e),Y=1),e<10&&Y===0&&(B=s(e)/(v(e)*p),V=u(.02,B),n<V&&(be=0,q=1-e,de=q*q,G=de*q,ae=s(-2/e*f(n/B)),W=e*_(ae),J=f(W),W>5?(ce=J*J,le=ce*J,ue=le*J,xe=1/W,A[0]=J-1,A[1]=(3*q-2*q*J+ce-2*J+2)*C,A[2]=(24*q*J-11*de-24*q-6*ce+12*J-12-9*q*ce+6*de*J+2*le)*D,A[3]=(-12*G*J+8.04*q*ce-114*de*J+(72+36*ce)+(3*ue-72*J+162)*(q-168*q*J)-(12*le+25*G)-(22*q*le+36*de*ce+120*de))*O,A[4]=0,W=W-J+q*xe*r(A,xe)):(xe=1/W,ce=J*J,ve=J-1,Ce=J-q*xe*ve,Ce<W&&(W-=Ce)),N=i(e),Y=1)),c(F-C)<1e-5&&Y===0&&(be=0,I=1/e,W=e-w+(.019753086419753086+.007211444248481286*I)*I,N=i(e),Y=1),e<1&&Y===0&&(be=0,W=l(P?1/e*(f(F)+i(e+1)):1/e*(f(1-F)+i(e+1))),N=i(e),Y=1),Y===0){if(be=1,I=1/e,xe=a(2*F),ae=Se*xe/s(e*C),xe<m)ae+=(y(ae)+(b(ae)+x(ae)*I)*I)*I,W=e*_(ae),we=ae,pe=-s(e/h)*l(-C*e*we*we)/v(e),M=1/pe;else return S(`Warning: Overflow problems in one or more steps of the computation.`),NaN}return Y<2&&(_e=g(W,e,be,t,n,N,M,P)),_e}t.exports=j})),ll=/* @__PURE__ */ n(((e,t)=>{
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
var n=Oe(),r=H(),i=Le(),a=cl();function o(e,t,o){return n(e)||n(t)||t<r||e>1||e<0?NaN:o===!0?e===0?i:e===1?0:a(t,1-e,e):e===0?0:e===1?i:a(t,e,1-e)}t.exports=o})),ul=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=ll()})),dl=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=5e-324})),fl=/* @__PURE__ */ n(((e,t)=>{
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
var n=ul(),r=G(),i=V(),a=dl(),o=gc(),s=yc();function c(e,t,c,l){var u,d,f,p,m=c<l?n(c,t,!0):n(l,t,!1),h,g,_,v,y,b,x,S,C,w,T,E,D,O,k,A,j,M,N,P,F,I,L,R,ee;return m/=e,C=t/e,L=i(1+C),D=L*L,O=D*L,k=D*D,A=O*D,j=O*O,M=k*O,N=k*k,P=A*k,g=A*A,I=m-C,w=I*I,T=w*I,E=w*w,F=L+1,_=F*F,v=F*_,y=_*_,b=(L+2)*(L-1)/(3*L),b+=(O+9*D+21*L+5)*I/(36*D*F),b-=(k-13*O+69*D+167*L+46)*w/(1620*_*O),b-=(7*A+21*k+70*O+26*D-93*L-31)*T/(6480*v*k),b-=(75*j+202*A+188*k-888*O-1345*D+118*L+138)*E/(272160*y*A),x=(28*k+131*O+402*D+581*L+208)*(L-1)/(1620*F*O),x-=(35*j-154*A-623*k-1636*O-3983*D-3514*L-925)*I/(12960*_*k),x-=(2132*M+7915*j+16821*A+35066*k+87490*O+141183*D+95993*L+21640)*w/(816480*A*v),x-=(11053*N+53308*M+117010*j+163924*A+116188*k-258428*O-677042*D-481940*L-105497)*T/(14696640*y*j),S=-((3592*M+8375*j-1323*A-29198*k-89578*O-154413*D-116063*L-29632)*(L-1))/(816480*A*_),S-=(442043*P+2054169*N+3803094*M+3470754*j+2141568*A-2393568*k-19904934*O-34714674*D-23128299*L-5253353)*I/(146966400*j*v),S-=(116932*g+819281*P+2378172*N+4341330*M+6806004*j+10622748*A+18739500*k+30651894*O+30869976*D+15431867*L+2919016)*w/(146966400*y*M),h=m+b/e+x/(e*e)+S/(e*e*e),h<=0&&(h=a),R=h-C*r(h)+(1+C)*r(1+C)-C,u=1/(1+C),f=h<C?u:0,p=h<C?1:u,ee=(f+p)/2,d=o(R,C),s(d,ee,f,p,32,100)}t.exports=c})),pl=/* @__PURE__ */ n(((e,t)=>{
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
var n=q(),r=ce(),i=vc(),a=ge(),o=_e();function s(e,t,s,c,l,u){var d,f,p,m,h,g,_,v,y,b,x,S,C,w=0,T,E;f=!1,g=t,h=r(1,1-l),y=a(1e7*t,1e7),_=0,p=y,m=y,v=u;do{if(_=w,m=p,p=y,C=e(g),w=C[0],T=C[1],E=C[2],--v,w===0)break;if(T===0?(_===0&&(t=g===s?c:s,_=e(t),y=t-g),y=i(_)*i(w)<0?y<0?(g-s)/2:(g-c)/2:y<0?(g-c)/2:(g-s)/2):E===0?y=w/T:(b=2*w,S=2*T-E/T*w,y=n(S)<1&&n(b)>=n(S)*o?w/T:b/S,y*T/w<0&&(y=w/T,n(y)>2*n(t)&&(y=(y<0?-1:1)*2*n(t)))),d=n(y/m),d>.8&&d<2&&(y=y>0?(g-s)/2:(g-c)/2,n(y)>g&&(y=i(y)*g),m=y*3),t=g,g-=y,g<s){if(x=n(s)<1&&n(g)>1&&o/n(g)<n(s)?1e3:g/s,n(x)<1&&(x=1/x),!f&&x>0&&x<3)y=.99*(t-s),g=t-y,f=!0;else if(y=(t-s)/2,g=t-y,g===s||g===c)break}else if(g>c){if(x=n(c)<1&&n(g)>1&&o/n(g)<n(c)?1e3:g/c,n(x)<1&&(x=1/x),!f&&x>0&&x<3)y=.99*(t-c),g=t-y,f=!0;else if(y=(t-c)/2,g=t-y,g===s||g===c)break}y>0?c=t:s=t}while(v&&n(g*h)<n(y));return g}t.exports=s})),ml=/* @__PURE__ */ n(((e,t)=>{
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
var n=he().assign,r=q(),i=_e(),a=J();function o(e,t,o,s){return c;function c(c){var l,u,d,f,p=1-c;return l=[0,0],n(c,e,t,!0,s,l,1,0),f=l[0]-o,u=l[1],s&&(u=-u),p===0&&(p=a*64),c===0&&(c=a*64),d=u*(-(p*e)+(t-2)*c+1),r(d)<p*c*i&&(d/=p*c),s&&(d=-d),u===0&&(u=(s?-1:1)*a*64),[f,u,d]}}t.exports=o})),hl=/* @__PURE__ */ n(((e,t)=>{
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
var n=Ae(),r=Ue(),i=Be(),a=we(),o=ye(),s=ve(),c=V(),l=q(),u=Fe(),d=le(),f=ue(),p=ge(),m=W(),h=G(),g=J(),_=re(),v=oe(),y=mc(),b=hc(),x=Nc(),S=fl(),C=pl(),w=ml(),T=32,E=1e3,D=[0,0,0,0,0];function O(e,t,O,k){var A,j=!1,M,N,P,F,I,L,R,ee,te,z,B,V,ne,re,ie,H,ae,U,oe,W,se,ce,le,ue,de,G,K;if(k===0)return[1,0];if(O===0)return[0,1];if(e===1){if(t===1)return[O,1-O];z=t,t=e,e=z,z=k,k=O,O=z,j=!0}if(G=0,N=0,F=1,e===.5){if(t===.5)return G=f(O*_),G*=G,K=f(k*_),K*=K,[G,K];t>.5&&(z=t,t=e,e=z,z=k,k=O,O=z,j=!j)}if(t===.5&&e>=.5&&O!==1)oe={},G=y(e,O,oe),K=oe.value;else if(t===1)return O<k?e>1?(G=d(O,1/e),K=-i(h(O)/e)):(G=d(O,1/e),K=1-G):(G=u(a(-k)/e),K=-i(a(-k)/e)),j&&(z=K,K=G,G=z),[G,K];else if(e+t>5)O>.5&&(z=t,t=e,e=z,z=k,k=O,O=z,j=!j),R=m(e,t),L=p(e,t),c(R)>L-R&&R>5?(G=b(e,t,O),K=1-G):(le=e+t,P=o(c(e/le)),M=R/le,M>=.2&&M<=.8&&le>=10?(te=d(O,1/e),G=te<.0025&&e+t<200?te*d(e*s(e,t),1/e):x(O,le,P),K=1-G):(e<t&&(z=t,t=e,e=z,z=k,k=O,O=z,j=!j),ee=0,t<2&&(ee=s(e,t)),ee===0?K=1:(K=d(t*k*ee,1/t),G=1-K)),K>1e-5&&(G=S(e,t,O,k),K=1-G));else if(e<1&&t<1){if(U=(1-e)/(2-e-t),re=r(U,e,t)-O,l(re)/O<v*3)return j?[1-U,U]:[U,1-U];re<0&&(z=t,t=e,e=z,z=k,k=O,O=z,j=!j,U=1-U),ae=d(e*O*s(e,t),1/e),G=ae/(1+ae),K=1/(1+ae),G>U&&(G=U),F=U}else e>1&&t>1?(U=(e-1)/(e+t-2),B=(t-1)/(e+t-2),H=r(U,e,t)-O,H<0&&(z=t,t=e,e=z,z=k,k=O,O=z,z=B,B=U,U=z,j=!j),ie=h(O*e*s(e,t))/e,G=u(ie),K=G<.9?1-G:-i(ie),t<e&&G<.2&&(V=e-1,ne=t-1,W=e*e,se=e*W,ce=t*t,D[0]=0,D[1]=1,D[2]=ne/V,V*=V,D[3]=ne*(3*e*t+5*t+W-e-4)/(2*(e+2)*V),V*=e+1,D[4]=ne*(33*e*ce+31*ce+8*W*ce-30*e*t-47*t+11*W*t+6*se*t+18+4*e-se+W*W-10*W),D[4]/=3*(e+3)*(e+2)*V,G=n(D,G)),G>U&&(G=U),F=U):(t<e&&(z=t,t=e,e=z,z=k,k=O,O=z,j=!j),d(O,1/e)<.5?(G=d(O*e*s(e,t),1/e),G===0&&(G=g),K=1-G):(K=d(1-d(O,t*s(e,t)),1/t),K===0&&(K=g),G=1-K));return G>.5&&(z=t,t=e,e=z,z=k,k=O,O=z,z=K,K=G,G=z,j=!j,ue=1-F,de=1-N,N=ue,F=de),N===0&&(j?(N=v,G<N&&(G=N)):N=g,G<N&&(G=N)),A=T,G<1e-50&&(e<1||t<1)&&(A*=3,A/=2),I=w(e,t,O<k?O:k,O>=k),G=C(I,G,N,F,A,E),G===N&&(G=0),j?[1-G,G]:[G,1-G]}t.exports=O})),gl=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=hl()})),_l=/* @__PURE__ */ n(((e,t)=>{
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
var n=gl(),r=Oe(),i=vc(),a=V();function o(e,t){var o,s;return r(t)||r(e)||t<=0||e<0||e>1?NaN:(o=e>.5?1-e:e,s=n(t/2,.5,2*o,1-2*o),i(e-.5)*a(t*s[1]/s[0]))}t.exports=o})),vl=/* @__PURE__ */ n(((e,t)=>{
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
var n=ie(),r=gl(),i=Oe(),a=vc(),o=V();function s(e){return i(e)||e<=0?n(NaN):t;function t(t){var n,s;return i(t)||t<0||t>1?NaN:(n=t>.5?1-t:t,s=r(e/2,.5,2*n,1-2*n),a(t-.5)*o(e*s[1]/s[0]))}}t.exports=s})),yl=/* @__PURE__ */ n(((e,t)=>{
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
var n=Pe(),r=_l();n(r,`factory`,vl()),t.exports=r})),bl=/* @__PURE__ */ t(Ws(),1),xl=/* @__PURE__ */ t(yl(),1);function Sl(e,t,n){return n===`less`?wl(e,t):n===`greater`?wl(-e,t):Math.min(1,2*wl(-Math.abs(e),t))}function Cl(e,t){return(0,xl.default)(e,t)}function wl(e,t){return e===-1/0?0:e===1/0?1:(0,bl.default)(e,t)}function Tl(e,{confidence:t,alternative:n}){let r=Bs(e);if(r===null||!Number.isFinite(r.mean))return ni;let{rows:i,mean:a,variance:o}=r;if(Vs(e))return ri;if(!Number.isFinite(o))return{...ni,difference:a};let s=Math.sqrt(o),c=-Cl(ti(t),i-1)*s;return{difference:a,lower:a-c,upper:a+c,pValue:Sl(s===0?a/0:a/s,i-1,n??`two-sided`)}}function El(e){let t=Wo(),n=Rs;return{add(r){let i=t(r.rows);e(r,i),n=zs(n,{values:i,weights:r.weights})},moments:()=>n,compared:e=>li(e,`pairedT`,Tl(n,{confidence:si}))}}function Dl({labels:e,challenger:t,champion:n},r){for(let i=0;i<r.length;i++)r[i]=(t[i]-e[i])**2-(n[i]-e[i])**2}const Ol=2**-52,kl=1-2**-52;function Al(e,t){return Math.log(jl(e)/jl(t))}function jl(e){return Math.min(Math.max(e,Ol),kl)}function Ml(e){let t=El((t,n)=>{for(let r=0;r<n.length;r++)n[r]=Fl(e,t,r)}),n={rows:0,championOnly:0,challengerOnly:0},r=!1;return{add(i){r||=i.weights!==void 0,r?t.add(i):n=Pl(n,e,i)},compared:()=>r?t.compared(`accuracy`):Nl(n)}}function Nl(e){let t=Ls(e,{confidence:si,alternative:ci(`accuracy`)});return{...Ls(e,{confidence:si}),test:`mcnemar`,lossPValue:t.pValue}}function Pl({rows:e,championOnly:t,challengerOnly:n},r,i){let[a,o]=[t,n];for(let e=0;e<i.rows;e++){let t=Fl(r,i,e);t<0?a++:t>0&&o++}return{rows:e+i.rows,championOnly:a,challengerOnly:o}}function Fl(e,t,n){return Number(e(t,n,t.challenger))-Number(e(t,n,t.champion))}function Il(e){let t=new Float64Array(e),n=t,r=0,i=(i,a)=>{n===t&&(n=new Float64Array(e));for(let e=0;e<a.length;e++)n[i[e]|0]+=a[e],a[e]===0&&r--};return{add({rows:e,labels:n,weights:a}){for(let r=0;r<e;r++)t[n[r]|0]++;r+=e,a!==void 0&&i(n,a)},rows:()=>[...t],against(e){let t=n.reduce((t,n,r)=>r===e?t:t+n,0);return{positive:n[e]??0,negative:t,rows:r}}}}const Ll={positive:0,negative:0},Rl={positive:NaN,negative:NaN};function zl(e,t,{below:n=Ll,values:r=new Float64Array(e.scores.length)}={}){let{scores:i,labels:a,weights:o,rows:s}=e;if(Number.isNaN(i.at(-1)))return{rows:s,values:r.fill(NaN),below:Rl};let{positive:c,negative:l}=n;for(let e=0;e<i.length;){let n=e,s=0,u=0;do{let e=o===void 0?1:o[n];s+=a[n]*e,u+=(1-a[n])*e}while(++n<i.length&&i[n]===i[e]);let d=Hl(l,u),f=Ul(c,s,t);do{let n=a[e],i=n*d+(1-n)*f;r[e]=i/(n*t.negative+(1-n)*t.positive)}while(++e<n);c+=s,l+=u}return{rows:s,values:r,below:{positive:c,negative:l}}}function Bl(e,t,{negative:n}){return Hl(e,t)/n}function Vl(e,t,n){return Ul(e,t,n)/n.positive}function Hl(e,t){return e+t/2}function Ul(e,t,{positive:n}){return n-e-t/2}const Wl={positive:Rs,negative:Rs};function Gl(e,t){let n=e;for(let e=0;e<t.labels.length;e+=X){let r=t=>t.subarray(e,e+X);n=ql(n,{labels:r(t.labels),champion:r(t.champion),challenger:r(t.challenger),weights:t.weights===void 0?void 0:r(t.weights)})}return n}function Kl(e,t){let n=Bs(e.positive),r=Bs(e.negative);if(n===null||r===null||!Number.isFinite(n.mean+r.mean))return ni;let i=n.mean,{confidence:a,alternative:o=`two-sided`}=t;if(Vs(e.positive)&&Vs(e.negative))return ri;let s=Math.sqrt(n.variance+r.variance);if(!Number.isFinite(s))return{...ni,difference:i};let c=-Os(ti(a))*s,l=i===0?0:i/s;return{difference:i,lower:i-c,upper:i+c,pValue:ks(l,o)}}function ql({positive:e,negative:t},n){return{positive:zs(e,Yl(n,1)),negative:zs(t,Yl(n,0))}}const Jl={values:new Float64Array(X),weights:new Float64Array(X)};function Yl({labels:e,champion:t,challenger:n,weights:r},i){let{values:a}=Jl,o=r===void 0?void 0:Jl.weights,s=0;for(let c=0;c<e.length;c++)e[c]===i&&(a[s]=n[c]-t[c],o!==void 0&&(o[s]=r[c]),s++);return{values:a.subarray(0,s),weights:o?.subarray(0,s)}}function Xl(e,t){return{scores:new Float64Array(e),labels:new Uint8Array(e),weights:t?new Float64Array(e):void 0,rows:new Uint32Array(e)}}function Zl({scores:e,labels:t,weights:n,rows:r},i,a){return{scores:e.subarray(i,a),labels:t.subarray(i,a),weights:n?.subarray(i,a),rows:r.subarray(i,a)}}function Ql(e,t){let n=[],r=null,i=/* @__PURE__ */ new Float64Array,a=Ll;function o({rows:e}){return i.length<e.length&&(i=new Float64Array(e.length)),i.subarray(0,e.length)}function s(){r!==null&&(n.push({ofPositive:Bl(a.negative,r.negative,e),ofNegative:Vl(a.positive,r.positive,e)}),a={positive:a.positive+r.positive,negative:a.negative+r.negative},r=null)}function c(e){r=tu(e,r),t.write(e.rows,o(e).fill(-1-n.length))}function l(n){let{scores:i}=n,l=r===null?0:$l(r.score,i);if(l>0&&c(Zl(n,0,l)),l===i.length)return;s();let u=eu(i),d=Zl(n,l,u),f=zl(d,e,{below:a,values:o(d)});a=f.below,t.write(f.rows,f.values),c(Zl(n,u,i.length))}function u(e,r){s();let i=t.read(e,r.length);for(let e=0;e<i.length;e++){let t=i[e];t<=-1&&(i[e]=nu(n[-1-t],r[e]))}return i}return{add:l,read:u}}function $l(e,t){let n=0;for(;n<t.length&&t[n]===e;)n++;return n}function eu(e){let t=e.length-1;for(;t>0&&e[t-1]===e[t];)t--;return t}function tu({scores:e,labels:t,weights:n},r){let{positive:i,negative:a}=r??{positive:0,negative:0};Number.isNaN(e[0])&&([i,a]=[NaN,NaN]);for(let r=0;r<e.length;r++){let e=n===void 0?1:n[r];i+=t[r]*e,a+=(1-t[r])*e}return{score:e[0],positive:i,negative:a}}function nu({ofPositive:e,ofNegative:t},n){return n===1?e:t}function ru(e,t){let n={},r=null,i=ni;return{async rank(a,o){let{model:s}=a,c=e(),l=Wa(c),u=Ql(c,(s===`challenger`?o.numbers.lasting:o.numbers.passing)(o.rows()));for await(let e of o.ranked(a))l.add(e),u.add(e),t?.rank(s,e);n[s]=l.metrics(),s===`challenger`?r=u:(n.challenger?.auc!==null&&n[s].auc!==null&&(i=iu(o,r,u)),r=null)},metrics:e=>n[e]??{},compared:()=>li(`auc`,`delong`,i)}}function iu(e,t,n){let r=Wl,i=0;for(let{labels:a,weights:o,rows:s}of e.parts()){let e=new Uint8Array(a),c={challenger:t.read(i,e),champion:n.read(i,e)};r=Gl(r,{labels:e,weights:o,...c}),i+=s}return Kl(r,{confidence:si})}function au(e,t){let n=Il(2),r=ou(e),i=ru(()=>n.against(1),t),[a,o]=[yi,yi],s=!1;return{add:t=>{let i=new Uint8Array(t.labels);n.add(t),a=bi(a,{labels:i,scores:t.challenger,weights:t.weights},e),t.champion!==null&&(s=!0,o=bi(o,{labels:i,scores:t.champion,weights:t.weights},e),r.add(t))},rank:i.rank,finish:()=>({classRows:n.rows(),challenger:{...wi(a),...i.metrics(`challenger`)},champion:s?{...wi(o),...i.metrics(`champion`)}:null,comparisons:{auc:i.compared(),...r.compared()}})}}function ou(e){let t=Ml(({labels:t},n,r)=>Number(r[n]>=e)===t[n]),n=El(su),r=El(Dl);return{add(e){for(let i of[t,n,r])i.add(e)},compared:()=>({accuracy:t.compared(),logLoss:n.compared(`logLoss`),brier:r.compared(`brier`)})}}function su({labels:e,challenger:t,champion:n},r){for(let i=0;i<r.length;i++){let a=e[i];r[i]=Al(cu(n[i],a),cu(t[i],a))}}function cu(e,t){return 1-t+(2*t-1)*e}function lu(e){let t=Il(e),[n,r]=[Ml(uu),El(du)],i=Da(e),a=null,o=o=>{let s={labels:new Uint32Array(o.labels),classes:e,weights:o.weights};t.add(o),i=Oa(i,{...s,scores:o.challenger}),o.champion!==null&&(a=Oa(a??Da(e),{...s,scores:o.champion}),n.add(o),r.add(o))},s={challenger:pu(),champion:pu()};return{add:o,rank:async(e,n)=>{let r=s[e.model];r.isKnown()&&r.add(await fu(e,n,t.against(e.column)))},finish:()=>({classRows:t.rows(),challenger:{...Ma(i),aucMacro:s.challenger.mean()},champion:a===null?null:{...Ma(a),aucMacro:s.champion.mean()},comparisons:{accuracy:n.compared(),logLoss:r.compared(`logLoss`)}})}}function uu({labels:e,width:t},n,r){return Kr(r,n*t,t)===e[n]}function du({labels:e,width:t,challenger:n,champion:r},i){for(let a=0;a<i.length;a++){let o=a*t+e[a];i[a]=Al(r[o],n[o])}}async function fu(e,t,n){let r=Wa(n);for await(let n of t.ranked(e))r.add(n);return r.metrics().auc}function pu(){let[e,t]=[0,0];return{isKnown:()=>e!==null,add(n){e=e===null||n===null?null:e+n,t++},mean:()=>e===null||t===0?null:e/t}}function mu(){let e=El(Dl),t=El(({labels:e,challenger:t},n)=>hu(t,e,n)),n=El(({labels:e,champion:t},n)=>hu(t,e,n));return{add(r){for(let i of[e,t,n])i.add(r)},compared(){let r=e.compared(`rmse`),[i,a,o]=[e,t,n].map(e=>Bs(e.moments()));return r.lower===null||r.difference===0||!i||!a||!o?r:{...r,...gu(i,a,o)??_u(r,a,o)}}}}function hu(e,t,n){for(let r=0;r<n.length;r++)n[r]=(e[r]-t[r])**2}function gu(e,t,n){let[r,i]=[.5/Math.sqrt(t.mean),.5/Math.sqrt(n.mean)],a=Math.sqrt(t.mean)-Math.sqrt(n.mean),o=(r-i)*(r*t.variance-i*n.variance)+r*i*e.variance,s=-Cl(ti(si),e.rows-1)*Math.sqrt(Math.max(0,o));return Number.isFinite(s)?{difference:a,lower:a-s,upper:a+s}:null}function _u({difference:e,lower:t,upper:n},r,i){let a=Math.sqrt(r.mean)+Math.sqrt(i.mean);return{difference:e/a,lower:t/a,upper:n/a}}function vu(e){let[t,n,r]=[mu(),El(yu),El(xu)],[i,a]=[So,So],[o,s]=[0,!1],c=e=>{let{labels:c,weights:l}=e;if(i=Co(i,{labels:c,predictions:e.challenger,weights:l}),o+=l===void 0?e.rows:l.reduce((e,t)=>e+t,0),e.champion!==null){s=!0,a=Co(a,{labels:c,predictions:e.champion,weights:l});for(let i of[t,n,r])i.add(e)}},l={},u=async(t,n)=>{let r=Do(o);for await(let i of n.ranked(t))r.add(i.scores,i.weights),e?.rank(t.model,i);l[t.model]=r.median()},d=(e,t)=>{let n=wo(e);return{...n,medianAbsoluteError:n.mae===null?null:l[t]??null}};return{add:c,rank:u,finish:()=>({classRows:null,challenger:d(i,`challenger`),champion:s?d(a,`champion`):null,comparisons:{rmse:t.compared(),mae:n.compared(`mae`),mape:r.compared(`mape`)}})}}function yu({labels:e,challenger:t,champion:n},r){for(let i=0;i<r.length;i++)r[i]=Math.abs(t[i]-e[i])-Math.abs(n[i]-e[i])}const bu=2**-52;function xu(e,t){yu(e,t);for(let n=0;n<t.length;n++)t[n]/=Math.max(Math.abs(e.labels[n]),bu)}function Su(e,t){let n=Cu(e);return{add:n.add,rank:e=>n.rank(e,t),finish(){let{task:r,primaryMetric:i}=e.evaluation,a=n.finish(),o=wu(e,a)?Tu(a,t,e):a,s=k[r].map(e=>[e,Du(e,o)]),c=Object.fromEntries(s.map(([n,r])=>{let i=Ms(r,e.marginOf(n),t.rows());return[n,{...r,neededRows:i}]})),l=c[i]?.difference===null?null:o.comparisons[i]?.lossPValue??null;return{rows:t.rows(),classRows:o.classRows,metrics:c,lossPValue:l}}}}function Cu({evaluation:e,width:t,curves:n}){switch(e.task){case`binary`:return au(e.threshold,n);case`multiclass`:return lu(t);case`regression`:return vu(n)}}function wu({isSlice:e,evaluation:t},{champion:n,comparisons:r}){return n!==null&&!(e&&t.primaryMetric in r)}function Tu(e,t,n){return{...e,comparisons:{...ns(e,t,n),...e.comparisons}}}const Eu={difference:null,lower:null,upper:null,pValue:null,test:null};function Du(e,{challenger:t,champion:n,comparisons:r}){let i={challenger:t[e]??null,champion:n?.[e]??null};if(i.challenger===null||i.champion===null)return{...i,...Eu};let a=i.challenger-i.champion;return{...i,...Eu,...Ou(r[e]),difference:a}}function Ou(e){if(e===void 0)return{};let{lower:t,upper:n,pValue:r,test:i}=e;return{lower:t,upper:n,pValue:r,test:i}}function ku({rows:e,labels:t,weights:n,challenger:r,champion:i}){let{values:a,width:o}=r;return{rows:e,labels:t,weights:n,challenger:a,champion:i?.values??null,width:o}}const Au={Uint8Array,Float32Array,Float64Array};function ju({rows:e,labels:t,weights:n,challenger:r,champion:i,slices:a}){let o=0,s=e=>{let t={kind:zu(e),at:o,length:e.length};return o+=8*Math.ceil(e.length*Au[t.kind].BYTES_PER_ELEMENT/8),t},c={labels:s(t),weights:n===void 0?null:s(n),challenger:s(r.values),champion:i===null?null:s(i.values)},l=o+a.length*4*Ru(e);return{rows:e,width:r.width,...c,members:o,sizeBytes:l}}function Mu(e,t,n){Nu(n,e.labels).set(t.labels),e.weights!==null&&Nu(n,e.weights).set(t.weights),Nu(n,e.challenger).set(t.challenger.values),e.champion!==null&&Nu(n,e.champion).set(t.champion.values);for(let[r,i]of t.slices.entries())Iu(Lu(n,e,r),i)}function Nu(e,{kind:t,at:n,length:r}){return new Au[t](e.buffer,e.byteOffset+n,r)}function Pu(e,t,n,r){let i=Lu(e,t,n),a=0;for(let e=0;e<i.length;e++)for(let t=i[e];t!==0;t&=t-1)r[a++]=32*e+Fu(t);return r.subarray(0,a)}function Fu(e){return 31-Math.clz32(e&-e)}function Iu(e,t){for(let n=0;n<e.length;n++){let r=Math.min(t.length,32*(n+1)),i=0;for(let e=32*n;e<r;e++)i|=t[e]<<e;e[n]=i}}function Lu(e,{rows:t,members:n},r){let i=Ru(t);return new Uint32Array(e.buffer,e.byteOffset+n+4*i*r,i)}function Ru(e){return Math.ceil(e/32)}function zu(e){let[t,n]=[!0,!0];for(let r=0;r<e.length&&n;r++){let i=e[r];t&&=i===(i&255),n=Math.fround(i)===i||Number.isNaN(i)}return t?`Uint8Array`:n?`Float32Array`:`Float64Array`}const Bu=2**20;function Vu(e,t){let n=/* @__PURE__ */ new Uint8Array,r=/* @__PURE__ */ new Uint8Array,i={held:r,position:0},a=0;function o(){i.position=e.append(r.subarray(0,a)),i.held=null,i={held:r,position:0},a=0}function s(e){a+e>t&&o();let n=a+e;if(n>r.length){let e=new Uint8Array(Math.min(t,Math.max(n,Bu,2*r.length)));e.set(r.subarray(0,a)),r=e,i.held=r}return r.subarray(a,n)}function c(e){return n.length<e&&(n=new Uint8Array(e)),n.subarray(0,e)}return{put(n,r){if(n>t){let t=c(n);return r(t),{box:{held:null,position:e.append(t)},offset:0,sizeBytes:n}}r(s(n));let o={box:i,offset:a,sizeBytes:n};return a=Math.min(t,8*Math.ceil((a+n)/8)),o},bytesAt({box:{held:t,position:n},offset:r,sizeBytes:i}){if(t!==null)return t.subarray(r,r+i);let a=c(i);return e.read(n+r,a),a}}}function Hu(e,t,n){let r=Vu(t,n),i=Wo(),a=[],o=Array(e).fill(0),s=0,c=/* @__PURE__ */ new Uint32Array;function l(e){let t=ju(e),n=r.put(t.sizeBytes,n=>Mu(t,e,n));a.push({...t,place:n,firstRow:s}),s+=e.rows;for(let[t,n]of e.slices.entries())o[t]+=Uu(n);c.length<e.rows&&(c=new Uint32Array(e.rows))}function*u(e){for(let t of a){let n=r.bytesAt(t.place),a=e===null?null:Pu(n,t,e,c),o=Wu(t),s=Vo(i((a?.length??t.rows)*Lo(o)),o);s.rows>0&&(yield Gu(s,{block:t,bytes:n,members:a}))}}function*d(e){for(let t of a)yield{firstRow:t.firstRow,places:Pu(r.bytesAt(t.place),t,e,c)}}return{add:l,parts:u,members:d,rows:e=>e===null?s:o[e]}}function Uu(e){let t=0;for(let n=0;n<e.length;n++)t+=e[n];return t}function Wu({width:e,weights:t,champion:n}){return{width:e,hasWeights:t!==null,hasChampion:n!==null}}function Gu(e,{block:t,bytes:n,members:r}){for(let i of[`labels`,`weights`,`challenger`,`champion`]){let[a,o]=[t[i],e[i]];a!==null&&o&&Ku(Nu(n,a),r,o)}return e}function Ku(e,t,n){if(t===null){n.set(e);return}let r=n.length/t.length;if(r===1)for(let r=0;r<t.length;r++)n[r]=e[t[r]];else for(let i=0;i<t.length;i++)n.set(e.subarray(t[i]*r,(t[i]+1)*r),i*r)}const qu=8192;async function*Ju(e){let t=await Yu(e),n=t.some(({part:e})=>e.weights!==void 0),r={rows:Xl(qu,n),filled:0};for(;t.length>0;)ed(r,t),t[0].next===t[0].part.scores.length&&await td(t),r.filled<qu||(yield r.rows,r.filled=0);r.filled>0&&(yield Zl(r.rows,0,r.filled))}async function Yu(e){let t=[];for(let[n,r]of e.entries()){let e=Xu(r),i=await Zu(e);i!==null&&t.push({run:n,parts:e,part:i,next:0,score:i.scores[0]})}return t.sort((e,t)=>Qu(e,t)?-1:1)}async function*Xu(e){yield*e}async function Zu(e){for(;;){let{done:t,value:n}=await e.next();if(t===!0)return null;if(n.scores.length>0)return n}}function Qu(e,t){return e.score===t.score?e.run<t.run:e.score<t.score||Number.isNaN(t.score)&&$u(e,t)}function $u(e,t){return!Number.isNaN(e.score)||e.run<t.run}function ed(e,t){let{scores:n,labels:r,rows:i,weights:a}=e.rows;for(;e.filled<qu;nd(t)){let o=t[0],{part:s,next:c}=o;if(n[e.filled]=o.score,r[e.filled]=s.labels[c],i[e.filled]=s.rows[c],a!==void 0&&(a[e.filled]=s.weights[c]),e.filled++,o.next++,o.next===s.scores.length)return;o.score=s.scores[o.next]}}async function td(e){let t=e[0],n=await Zu(t.parts);if(n!==null)Object.assign(t,{part:n,next:0,score:n.scores[0]});else{let t=e.pop();if(e.length===0)return;e[0]=t}nd(e)}function nd(e){let t=e[0],n=0;for(let r=1;r<e.length&&(r+1<e.length&&Qu(e[r+1],e[r])&&r++,Qu(e[r],t));r=2*n+1)e[n]=e[r],n=r;e[n]=t}function rd(e){let t=new Uint32Array(e.rows.length);for(let n=0;n<t.length;n++)t[e.rows[n]]=n;return{rows:e,ranks:t}}function id(){let e=/* @__PURE__ */ new Uint32Array,t=/* @__PURE__ */ new Uint32Array,n=Xl(0,!1);return({rows:r,ranks:i},a,o)=>{t.length<i.length&&([e,t]=[new Uint32Array(Math.ceil(i.length/32)),new Uint32Array(i.length)]),n.rows.length<o&&(n=Xl(o,r.weights!==void 0)),ad(a,i,{isMember:e,ownRow:t});let s=Zl(n,0,o);return od(r,s,{isMember:e,ownRow:t}),s}}function ad(e,t,{isMember:n,ownRow:r}){let i=0;for(let{firstRow:a,places:o}of e)for(let e=0;e<o.length;e++){let s=t[a+o[e]];n[s>>>5]|=1<<s,r[s]=i++}}function od(e,t,{isMember:n,ownRow:r}){let i=0;for(let a=0;a<n.length;a++){for(let o=n[a];o!==0;o&=o-1){let n=32*a+Fu(o);t.scores[i]=e.scores[n],t.labels[i]=e.labels[n],t.weights!==void 0&&(t.weights[i]=e.weights[n]),t.rows[i++]=r[n]}n[a]=0}}function sd(e){return{labels:new Uint8Array(e),scores:new Float64Array(e),weights:Wo(),sorting:Ni(e)}}function*cd(e,{sortBy:t},n){let{labels:r,scores:i}=n,a=r.length,o,[s,c]=[0,0],l=()=>({firstRow:s,rows:{scores:i.subarray(0,c),labels:r.subarray(0,c),weights:o?.subarray(0,c)}});for(let u of e){c+u.rows>a&&(yield l(),s+=c,c=0);let e=t(u);i.set(e.scores,c),r.set(e.labels,c),e.weights!==void 0&&(o??=n.weights(a),o.set(e.weights,c)),c+=u.rows}c>0&&(yield l())}const ld=4096;function ud(e,t){let n={scores:t.append(dd(e.scores)),labels:t.append(e.labels),rows:t.append(dd(e.rows)),weights:e.weights===void 0?null:t.append(dd(e.weights))},{length:r}=e.rows;return{*[Symbol.iterator](){let e=Xl(ld,n.weights!==null);for(let i=0;i<r;i+=ld){let a=Zl(e,0,Math.min(ld,r-i));for(let e of[`scores`,`labels`,`rows`,`weights`]){let[r,o]=[a[e],n[e]];r!==void 0&&t.read(o+i*r.BYTES_PER_ELEMENT,dd(r))}yield a}}}}function dd(e){return new Uint8Array(e.buffer,e.byteOffset,e.byteLength)}function fd(e){return X*Math.max(1,Math.floor(e/24/X))}function pd(e,t,n){let r=id(),i=null,a=null,o=t=>e.rows(t)<=n;function*s(t,r){a=null,i??=sd(Math.min(n,e.rows(null)));for(let{rows:n,firstRow:a}of cd(e.parts(t),r,i))yield qi(n,a,i.sorting)}function c(e){if(a?.ranking===e)return a.order;for(let t of s(null,e))a={ranking:e,order:rd(t)};return a?.order??null}function*l(t,n){if(!o(null))yield*s(t,n);else{let i=c(n);yield t===null?i.rows:r(i,e.members(t),e.rows(t))}}return async function*(n,r){if(e.rows(n)!==0){if(o(n))for(let e of l(n,r))yield*hd(e);else yield*Ju(Array.from(s(n,r),e=>ud(e,t)))}}}const md=8192;function*hd(e){let{length:t}=e.rows;for(let n=0;n<t;n+=md)yield Zl(e,n,Math.min(n+md,t))}const gd=262144,_d=1024;function vd(e){return{write(t,n){for(let r=0;r<t.length;r++)e[t[r]]=n[r]},read:(t,n)=>e.subarray(t,t+n)}}function yd(e){let t=[],n=bd(),r=/* @__PURE__ */ new Float64Array,i=null;function a(t){t.chunks.push(e.append(t.open.bytes)),t.filled=0}function o(r){if(i?.index===r)return i.values;let a=i?.values??new Float64Array(gd);for(let i of t[r]?.chunks??[])e.read(i,n.bytes),xd(n,_d,a);let o=t[r];return o!==void 0&&xd(o.open,o.filled,a),i={index:r,values:a},a}return{write(e,n){for(let r=0;r<e.length;r++){let i=e[r],o=Math.floor(i/gd);t[o]??={chunks:[],open:bd(),filled:0};let s=t[o];s.open.rows[s.filled]=i,s.open.values[s.filled]=n[r],++s.filled===_d&&a(s)}},read(e,t){r.length<t&&(r=new Float64Array(t));let n=r.subarray(0,t);for(let r=e;r<e+t;){let i=r%gd,a=o(Math.floor(r/gd)).subarray(i,i+e+t-r);n.set(a,r-e),r+=a.length}return n}}}function bd(){let e=new Uint8Array(12*_d);return{bytes:e,values:new Float64Array(e.buffer,0,_d),rows:new Uint32Array(e.buffer,8*_d,_d)}}function xd({rows:e,values:t},n,r){for(let i=0;i<n;i++)r[e[i]%gd]=t[i]}function Sd(e,{most:t,runRows:n}){let r=Wo(),i=t;return{lasting(t){return t>i?yd(e):(i-=t,vd(new Float64Array(t)))},passing:t=>t>n?yd(e):vd(r(t))}}const Cd=24*2**20;function wd(e,t,n=Cd){let r=Hu(e,t,n/2),i=fd(n),a=pd(r,t,i),o=Sd(t,{most:n/Float64Array.BYTES_PER_ELEMENT,runRows:i}),s=e=>({rows:()=>r.rows(e),parts:()=>r.parts(e),ranked:t=>a(e,t),numbers:o});return{add:r.add,all:s(null),slices:Array.from({length:e},(e,t)=>s(t))}}function Td(e,{width:t,models:n}){let r=e===`multiclass`?Array.from({length:t},(e,t)=>t):[0],i={binary:Ed,multiclass:Dd,regression:Od}[e];return n.flatMap(e=>r.map(t=>({model:e,column:t,sortBy:n=>i(n,e,t)})))}function Ed({labels:e,weights:t,...n},r){return{labels:new Uint8Array(e),scores:n[r],weights:t}}function Dd({labels:e,weights:t,width:n,...r},i,a){let o=r[i];return{labels:Uint8Array.from(e,e=>Number(e===a)),scores:e.map((e,t)=>o[t*n+a]),weights:t}}function Od({labels:e,weights:t,...n},r){let i=n[r];return{labels:Uint8Array.from(e,(e,t)=>Number(i[t]>e)),scores:e.map((e,t)=>Math.abs(i[t]-e)),weights:t}}function kd(e,t){let n=Wo(),r=null,i=Or(i=>{r??=jd(e,wr(i),t),Pd(i,e.evaluation.task);let a=ku(i);r.keeper.add(i),r.all.add(a),r.curves.add(a);for(let[e,t]of r.slices.entries()){let r=Go(a,i.slices[e],n);r.rows>0&&t.add(r)}});return{async add(e){i.add(e)},async finish(){return i.end(),r??=jd(e,Ad,t),await Md(r),Nd(e,r)}}}const Ad={width:1,hasChampion:!1};function jd(e,{width:t,hasChampion:n},r){let{spill:i,memoryBytes:a}=r,{task:o,primaryMetric:s}=e.evaluation,c=wd(e.slices.length,i,a),l=ei(o),u=t=>t===s?e.gates.slices:{},d={...e,width:t};return{keeper:c,curves:l,rankings:Td(o,{width:t,models:n?[`challenger`,`champion`]:[`challenger`]}),all:Su({...d,curves:l,isSlice:!1,marginOf:t=>Ns(e.gates,t)},c.all),slices:c.slices.map(e=>Su({...d,curves:null,isSlice:!0,marginOf:u},e))}}async function Md({rankings:e,all:t,slices:n}){for(let r of e)for(let e of[t,...n])await e.rank(r)}function Nd(e,t){let{lossPValue:n,...r}=t.all.finish(),i=e.slices.map(({predicate:e,required:n},r)=>({predicate:e,isRequired:n,...t.slices[r].finish()})),{task:a,primaryMetric:o}=e.evaluation;return{task:a,primaryMetric:o,...r,slices:i,curves:t.curves.finish()}}function Pd({firstRow:e,labels:t,challenger:n},r){if(r===`regression`)return;let i=Math.max(2,n.width),a=Fd(t,i);if(a<0)return;let o=`row ${e+a+1} has the label ${t[a]}, and the model scores ${i} classes`;throw new u(`dataset-invalid`,o,{fix:`Compare the labels of the data with those of the contract.`})}function Fd(e,t){for(let n=0;n<e.length;n++){let r=e[n];if(!(r>=0&&r<t&&Math.trunc(r)===r))return n}return-1}const Id=65536;function Ld({question:e,dataset:t,challenger:n,champion:r},{shard:i,range:a},o){return{schema:`model-release/scores/v1`,question:xt(`sha256`).update(ct(e)).digest(`hex`),dataset:t,challenger:n,champion:r,shard:i,range:a,form:o}}function Rd(e){let t=new TextEncoder().encode(JSON.stringify(e)),n=new Uint8Array(8*Math.ceil((t.length+1)/8)).fill(32);return n.set(t),n[n.length-1]=10,n}function zd(e){let t=e.indexOf(10);return t<0?null:t+1}function Bd(e,t){return 8*(e*Lo(t)+Hd(e,t.slices))}function Vd(e,t){let n=Math.floor(e/X),r=e%X;return n*Bd(X,t)+(r===0?0:Bd(r,t))}function Hd(e,t){return Math.ceil(t*e/64)}function Ud(e){let t=new Uint8Array(Bd(e.rows,wr(e))),n=zo(ku(e));t.set(new Uint8Array(n.buffer));let r=n.byteLength*8;for(let n of e.slices)for(let e=0;e<n.length;e++,r++)n[e]===1&&(t[r>>3]|=1<<(r&7));return t}function Wd(e,{firstRow:t,rows:n},r){let i=Bd(n,{...r,slices:0}),{labels:a,weights:o,challenger:s,champion:c,width:l}=Vo(new Float64Array(e.buffer,e.byteOffset,i/8),r),u=i*8,d={firstRow:t,rows:n,labels:a,slices:Array.from({length:r.slices},()=>{let t=new Uint8Array(n);for(let r=0;r<n;r++,u++)t[r]=e[u>>3]>>(u&7)&1;return t}),challenger:{values:s,width:l},champion:c===null?null:{values:c,width:l}};return o===void 0?d:{...d,weights:o}}const Gd={width:1,slices:0,hasWeights:!1,hasChampion:!1};function Kd(e,t,n){let r=xt(`sha256`),i=0,a=e=>{r.update(e),n.append(e)},o=(n=Gd)=>a(Rd(Ld(e,t,n))),s=Or(e=>{i===0&&o(wr(e)),a(Ud(e)),i+=e.rows},t.range.firstRow);return{add:e=>s.add(e),finish(){if(s.end(),i===0&&o(),i!==t.range.rows)throw qd(i,t);n.append(r.digest()),n.complete()}}}function qd(e,{shard:t,range:n}){let r=`shard ${t.index+1} of ${t.count} has ${n.rows} rows, and ${e} were scored`;return new u(`internal`,r,{fix:`Report this.`})}const Jd=2**40;async function Yd(e,{datasets:t,copies:n}){let{release:r,signature:i,evaluation:a,folder:o,shard:s}=e,{task:c,label:l,weight:u,output:d}=a,f=r.manifest.evaluation?.inputs??a.inputs,p=await t.open({path:await $d(a.dataset.uri,o,n),evaluation:{task:c,label:l,...Qd({weight:u,output:d,inputs:f})},contract:r.manifest.contract,signature:i,slices:j(a),...s===null?{}:{shard:s}});if(a.dataset.digest===void 0||a.dataset.digest===`sha256:${p.digest}`)return p;throw await p[Symbol.asyncDispose](),ef(p,a)}function Xd(e,t){return Zd(e)===Zd(t)}function Zd({contract:e,evaluation:t}){let n=e.inputs.map(({name:e,dtype:t,shape:n,features:r,nullable:i,encoding:a})=>({name:e,dtype:t,shape:n,features:r,nullable:i,encoding:a}));return JSON.stringify([n,t?.inputs??null])}function Qd(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==void 0))}async function $d(e,t,n){return pt(e)?n.file(e,Jd):`${t}/${e}`}function ef({digest:e},{dataset:t}){let n=`${t.uri} is sha256:${e}, and evaluation.dataset.digest says ${t.digest}`;return new u(`dataset-invalid`,n,{fix:`Restore the file, or name its digest if the change is meant.`})}const tf=/* @__PURE__ */ new Float64Array(1),nf=new Uint32Array(tf.buffer);function rf(e,t){return tf[0]=e,t<=32?nf[0]=0:nf[0]&=af(t-32),t<32&&(nf[1]&=af(t)),tf[0]+0}function af(e){return e===32?4294967295:~(4294967295>>>e)>>>0}const of={rows:0,absent:0,infinite:0,lowest:null,highest:null,bits:64,buckets:[]};function sf(e=of){let{rows:t,absent:n,infinite:r}=e,[i,a]=[e.lowest??1/0,e.highest??-1/0],o=lf(e);return{add(e){for(let s=0;s<e.length;s++){let c=e[s];c-c===0?(t++,c<i&&(i=c),c>a&&(a=c),o.add(c,1)):Number.isNaN(c)?n++:r++}},sketch:()=>({rows:t,absent:n,infinite:r,lowest:t===0?null:i,highest:t===0?null:a,...o.buckets()})}}function cf(e,t){let n=lf(e);n.coarsen(t.bits);for(let[e,r]of t.buckets)n.add(e,r);let r=[e,t].filter(({rows:e})=>e>0);return{rows:e.rows+t.rows,absent:e.absent+t.absent,infinite:e.infinite+t.infinite,lowest:r.length===0?null:Math.min(...r.map(({lowest:e})=>e)),highest:r.length===0?null:Math.max(...r.map(({highest:e})=>e)),...n.buckets()}}function lf(e){let t=e.bits,n=new Map(e.buckets);function r(e,r){let a=rf(e,t);for(n.set(a,(n.get(a)??0)+r);n.size>512;)i(t-1)}function i(e){if(e>=t)return;t=e;let r=n;n=/* @__PURE__ */ new Map;for(let[e,i]of r){let r=rf(e,t);n.set(r,(n.get(r)??0)+i)}}return{add:r,coarsen:i,buckets:()=>({bits:t,buckets:[...n].sort(([e],[t])=>e-t)})}}function uf(e){let t=new Set(e),n=1/0;function r(){let e=[...t].sort((e,t)=>e-t).slice(0,256);return e.length===256&&(n=e.at(-1)),t=new Set(e),e}return{add(e){let i=df(e);i<n&&t.add(i),t.size>=512&&r()},smallest:r}}function df(e){let t=3735928559^e.length,n=1103547991^e.length;for(let r=0;r<e.length;r++){let i=e.charCodeAt(r);t=Math.imul(t^i,2654435761),n=Math.imul(n^i,1597334677)}return t=Math.imul(t^t>>>16,2246822507)^Math.imul(n^n>>>13,3266489909),n=Math.imul(n^n>>>16,2246822507)^Math.imul(t^t>>>13,3266489909),(n>>>11)*2**32+(t>>>0)}const ff={rows:0,absent:0,counts:[],undercount:0,hashes:[]};function pf(e=ff){let{rows:t,absent:n}=e,r=hf(e),i=uf(e.hashes);return{add(e){for(let a of e){if(a===null){n++;continue}t++;let e=a.length>64?a.slice(0,64):a;r.add(e,1)&&i.add(e)}},sketch:()=>({rows:t,absent:n,...r.kept(),hashes:i.smallest()})}}function mf(e,t){let n=hf({...e,undercount:e.undercount+t.undercount});for(let[e,r]of t.counts)n.add(e,r);return{rows:e.rows+t.rows,absent:e.absent+t.absent,...n.kept(),hashes:uf([...e.hashes,...t.hashes]).smallest()}}function hf(e){let{undercount:t}=e,n=new Map(e.counts);function r(){if(n.size<=512)return;let e=[...n.values()].sort((e,t)=>t-e)[512];t+=e,n=new Map([...n].map(([t,n])=>[t,n-e]).filter(([,e])=>e>0))}return{add(e,t){let i=n.get(e);return n.set(e,(i??0)+t),n.size>1024&&r(),i===void 0},kept(){return r(),{counts:[...n].sort(gf),undercount:t}}}}function gf([e,t],[n,r]){return r-t||(e<n?-1:1)}function _f(e,t){return{name:e,kind:`numbers`,...t}}function vf(e,{counts:t,...n}){return{name:e,kind:`texts`,...n,frequent:t.map(([e,t])=>({text:e,count:t}))}}function yf(e,t){return e.kind===`numbers`&&t.kind===`numbers`?_f(e.name,cf(e,t)):e.kind===`texts`&&t.kind===`texts`?vf(e.name,mf(bf(e),bf(t))):e}function bf({rows:e,absent:t,frequent:n,undercount:r,hashes:i}){return{rows:e,absent:t,undercount:r,hashes:i,counts:n.map(({text:e,count:t})=>[e,t])}}function xf(e,t){let n=null;return{add(r){let i=r.get(e),a=i?.shape[0]??0;if(i===void 0||a===0||i.dtype.startsWith(`complex`))return;n??=Cf(i,Sf(i)===t.length&&t.length<=256?t:[e]);let o=n.length;for(let[e,t]of n.entries())t.kind===`numbers`?t.tally.add(wf(i,e,o)):t.tally.add(Tf(i,e,o))},sketches:()=>(n??[]).map(e=>e.kind===`numbers`?_f(e.name,e.tally.sketch()):vf(e.name,e.tally.sketch()))}}function Sf({shape:e,data:t}){return t.length/e[0]}function Cf({dtype:e},t){return t.map(t=>e===`string`?{name:t,kind:`texts`,tally:pf()}:{name:t,kind:`numbers`,tally:sf()})}function wf(e,t,n){let r=Ge(e)??e.data;return Float64Array.from({length:r.length/n},(e,i)=>Number(r[i*n+t]))}function Tf({data:e},t,n){let r=e;return Array.from({length:r.length/n},(e,i)=>Ef.decode(r[i*n+t]))}const Ef=new TextDecoder,Df=2**17;function Of({inputs:e,outputs:t},n,r){let i=Math.ceil(n/Df)*r,a=e.filter(({encoding:e})=>e===void 0).map(e=>xf(e.name,F(e))),o=t.map(({name:e,labels:t=[]})=>xf(e,t));return{add({firstRow:e,inputs:t,answers:n}){if(e%i===0){for(let e of a)e.add(t);for(let e of o)e.add(n)}},finish:()=>({features:a.flatMap(e=>e.sketches()),predictions:o.flatMap(e=>e.sketches())})}}function kf(e,t){return{features:Af(e.features,t.features),predictions:Af(e.predictions,t.predictions)}}function Af(e,t){return e.length===0||t.length===0?e.length===0?t:e:e.map((e,n)=>yf(e,t[n]??e))}const jf=/* @__PURE__ */ new Set([`float16`,`bfloat16`,`float32`,`float64`]),Mf=/* @__PURE__ */ new Set([`int8`,`int16`,`int32`,`int64`,`uint8`,`uint16`,`uint32`,`uint64`]);function Nf(e,t,n){let r=t.output??Ff(e),i=e.get(r);if(i===void 0)throw Bf(r,e);let a=Pf[t.task],o=If(i.shape,t.task);if(o===null||!Lf(i.dtype,t.task))throw Vf(r,i,a);let s=n.outputs.find(e=>e.name===r)?.labels;if(t.task===`multiclass`&&s!==void 0&&s.length!==o)throw Vf(r,i,`one number for each of the ${s.length} labels`);let c=Rf(i);if(c.length!==i.shape.reduce((e,t)=>e*t,1))throw Vf(r,i,a);return t.task===`binary`&&o===2?zf(c):{values:c,width:o}}const Pf={binary:`floating-point numbers of the shape [n], [n, 1] or [n, 2]: the probability of the second label`,multiclass:`floating-point numbers of the shape [n, classes]: one for each label`,regression:`numbers of the shape [n] or [n, 1]`};function Ff(e){let[t,...n]=e.keys();if(t!==void 0&&n.length===0)return t;let r=t===void 0?`none`:Hf([t,...n]);throw new u(`prediction-failed`,`the model gave ${r}, and one of several has to be named as the score`,{fix:`Name the output that is the score in evaluation.output.`})}function If(e,t){let[,n]=e;return t===`multiclass`?e.length===2&&n>=2?n:null:e.length===1||e.length===2&&n===1?1:t===`binary`&&e.length===2&&n===2?2:null}function Lf(e,t){return jf.has(e)||t===`regression`&&Mf.has(e)}function Rf(e){let t=Ge(e);return t instanceof Float64Array?t:t===null?Float64Array.from(e.data,Number):new Float64Array(t)}function zf(e){let t=new Float64Array(e.length/2);for(let n=0;n<t.length;n++)t[n]=e[2*n+1];return{values:t,width:1}}function Bf(e,t){let n=t.size===0?`no output at all`:Hf([...t.keys()]);return new u(`prediction-failed`,`the model gave no output ${JSON.stringify(e)}, but ${n}`,{fix:`Name an output that the signature has in evaluation.output.`})}function Vf(e,{dtype:t,shape:n},r){let i=`the output ${JSON.stringify(e)}`;return new u(`prediction-failed`,`${i} has to be ${r}; it is ${t} of the shape [${n}]`,{fix:`Name the output that is the score in evaluation.output, or correct evaluation.task.`})}function Hf(e){let t=e.slice(0,5).map(e=>JSON.stringify(e.slice(0,100)));return e.length>5?`${t.join(`, `)} and ${e.length-5} more`:t.join(`, `)}function Uf(e,t=[]){let n=[],[r,i]=[[],[]];return{add({labels:t,challenger:{values:a,width:o}}){for(;n.length<o;)n.push(Wf());for(let[e,t]of n.entries())Gf(t,a,e,o);e===`multiclass`&&Jf(a,o,t,{predicted:r,real:i})},finish(){let e=n.flatMap(e=>qf(e)??[]);return{scoreDeviation:e.length===0?null:Math.max(...e),commonest:Yf(r,i,t)}}}}function Wf(){return{block:new Float64Array(X),filled:0,moments:po}}function Gf(e,t,n,r){for(let i=n;i<t.length;i+=r)Number.isFinite(t[i])&&(e.block[e.filled++]=t[i],e.filled===8192&&Kf(e))}function Kf(e){e.moments=mo(e.moments,{values:e.block.subarray(0,e.filled)}),e.filled=0}function qf(e){Kf(e);let t=ho(e.moments);return t===null?null:Math.sqrt(t.squares/t.weight)}function Jf(e,t,n,{predicted:r,real:i}){for(let a=0;a<n.length;a+=1){let o=je(e,a*t,t);r[o]=(r[o]??0)+1;let s=n[a];i[s]=(i[s]??0)+1}}function Yf(e,t,n){let r=e.reduce((e,t)=>e+(t??0),0);if(r===0)return null;let i=e.reduce((t,n,r)=>(n??0)>(e[t]??0)?r:t,0);return{label:n[i]??String(i),predicted:(e[i]??0)/r,true:(t[i]??0)/r}}async function Xf(e,t){let{dataset:n,champion:r}=e,i=np(n,e.challenger.contract),a=$f(e,i),o=r?.dataset?.batches(i)[Symbol.asyncIterator]()??null,s=Promise.resolve();for await(let r of n.batches(i)){let i=o===null?r.inputs:(await o.next()).value.inputs,c=Zf(e,r.inputs,i),l=s;s=l.then(async()=>a.add(r,await c)),Promise.allSettled([c,s]),await l,t.progress(`scoring rows`,r.firstRow+r.rows-n.range.firstRow,n.range.rows)}return await s,a.finish()}async function Zf(e,t,n){let{challenger:r,champion:i}=e,[a,o]=await Promise.all([r.model.predict(t),i?.model.predict(n).catch(Qf)??null]);return{challenger:a,champion:o}}function Qf(e){if(e instanceof u)return e;throw e}function $f(e,t){let{challenger:n,sink:r}=e,i=n.contract.outputs.map(Ee),a=Uf(n.evaluation.task,kn(n.contract,n.evaluation)),o=Of(n.contract,e.dataset.rows,t),[s,c]=[0,null],l=e=>(c??=Qf(e),xn(c)),u=async(t,i)=>{let o=Nf(i.challenger,n.evaluation,n.contract);a.add({labels:t.labels,challenger:o}),c===null&&await r.add({...t,challenger:o,champion:ep(e,i)})};return{async add(e,t){s+=e.rows,i=Te(i,t.challenger,e.firstRow),o.add({...e,answers:t.challenger}),await u(e,t).catch(l)},async finish(){let e={rows:s,outputs:i,...a.finish()},t=c===null?await r.finish().catch(l):xn(c);return{sanity:e,baseline:o.finish(),quality:t,fault:c}}}}function ep({champion:e},{champion:t}){if(e===null||t===null)return null;if(t instanceof u)throw t;return Nf(t,e.evaluation,e.contract)}const tp=2**22;function np({blockRows:e},{inputs:t}){let n=t.map(({shape:e})=>(e??[]).slice(1).reduce((e,t)=>e*Math.abs(t),1)).reduce((e,t)=>e+t,1),r=2**Math.floor(Math.log2(Math.max(1,tp/n)));return Math.min(t.every(rp)?4096:1024,r,e)}function rp({dtype:e,shape:t}){return e.startsWith(`float`)&&t!==null&&t.length<=2}async function ip(e,t,n){let{dataset:r,challenge:a}=e,{evaluation:o}=a.held;if(!i(r))return{sanity:r,quality:r,baseline:r};let s=await n.tries.measure(`scoring the evaluation set`,async()=>{await using i=await sp(e,t,n);using s=n.spill();let c=ap(e,r,{...n,room:s}),{contract:l}=a.challenger.manifest,u={model:t.challenger,contract:l,evaluation:o,dataset:null};return await Xf({dataset:r,challenger:u,champion:i.scorer,sink:c},n.log)});if(!i(s))return{sanity:s,quality:s,baseline:s};let{fault:c,...l}=s;return n.tries.note(c),l}function ap({challenge:e},t,{room:n,scoreFile:r}){let{challenger:i,champion:a,held:o,shard:s}=e,c=op({dataset:Mn(t),release:jn(i),champion:a&&jn(a)},o,t.slices);if(s===null)return kd(c.question,{spill:n});let l=Kd(c,{shard:s,range:t.range},r());return{add:async e=>l.add(e),async finish(){return l.finish(),bn(`only a part of the rows was scored`,"Join the shards with `model-release merge`.")}}}function op({dataset:e,release:t,champion:n},{evaluation:r,gates:a},o){if(r===null||!i(e))throw new u(`document-invalid`,`there was no evaluation set to score`,{fix:`Run the shards again.`});return{question:{evaluation:r,gates:a,slices:o,seed:1},dataset:e,challenger:t.digest,champion:n?.digest??null}}async function sp({challenge:e},{champion:t},n){let{evaluation:r}=e.held,a=e.champion;if(a===null||r===null||!i(t))return{scorer:null,...cp};let{manifest:o}=a,s={...r,...o.evaluation?.output===void 0?{}:{output:o.evaluation.output}},c={model:t,contract:o.contract,evaluation:s,dataset:null};if(Xd(o,e.challenger.manifest))return{scorer:c,...cp};let{folder:l}=e.challenger,u=await Yd({release:a,signature:t.signature,evaluation:{...s,slices:[]},folder:l,shard:e.shard},n);return{scorer:{...c,dataset:u},[Symbol.asyncDispose]:()=>u[Symbol.asyncDispose]()}}const cp={async[Symbol.asyncDispose](){}};function lp(e){return e.filter(({challenger:e,champion:t})=>e.length>0&&t.length>0)}function up(e,t,{replicates:n,seed:r}){if(t<2)return null;let i=e(new Uint32Array(t).fill(1)),a=new Uint32Array(t),o=ii(Float64Array.from({length:n},(t,n)=>(dp(a,{seed:r,stream:1651273571},n),e(a))),fp(t));return o===null||!Number.isFinite(i)?null:{value:i,...o}}function dp(e,t,n){let r=/* @__PURE__ */ new Int32Array(2);e.fill(0);for(let i=0;i<e.length;i++)et(t,{low:i,high:n},r),e[Math.floor((r[0]>>>0)/2**32*e.length)]++}function fp(e){return Ds(Math.sqrt(e/(e-1))*Cl(.05,e-1))}function pp(e){let t=lp(e.blocks),n=mp(t.map(e=>e.challenger)),r=mp(t.map(e=>e.champion));return up(t=>gp(n,t,e.quantile)/gp(r,t,e.quantile),t.length,e)}function mp(e){let t=Uint32Array.from(e,({length:e})=>e),n=t.reduce((e,t)=>e+t,0),r=new Float64Array(n),i=new Uint32Array(n),a=0;for(let[t,{length:n}]of e.entries())r.set(e[t],a),i.fill(t,a,a+n),a+=n;let o=Mi(r),s=Uint32Array.from(o.rows,e=>i[e]);return{values:o.values,blockOf:s,sizes:t,below:hp(s,e.length)}}function hp(e,t){let n=Math.floor(e.length/256),r=new Uint32Array((n+1)*t);for(let i=0;i<n*256;i++){let n=Math.floor(i/256)+1;i%256==0&&r.copyWithin(n*t,(n-1)*t,n*t),r[n*t+e[i]]++}return r}function gp(e,t,n){let{values:r,blockOf:i,sizes:a}=e;if(Number.isNaN(r.at(-1)))return NaN;let o=Math.max(1,Math.ceil(n*yp(a,t)-1e-9)),s=_p(e,t,o),c=vp(e,t,s),l=s*256;for(;c<o;l++)c+=t[i[l]];return r[l-1]}function _p(e,t,n){let r=0,i=e.below.length/t.length;for(;i-r>1;){let a=Math.floor((r+i)/2);vp(e,t,a)<n?r=a:i=a}return r}function vp({below:e},t,n){return yp(e.subarray(n*t.length,(n+1)*t.length),t)}function yp(e,t){let n=0;for(let r=0;r<t.length;r++)n+=e[r]*t[r];return n}const bp=[0,.01,.05,.1,.25,.5,.75,.9,.95,.99,.999,1],[xp,Sp]=[-20,40];function Cp(e){return{quantiles:bp.flatMap(t=>{let n=$e(e,t);return n===null?[]:[[t,Dp(n)]]}),bins:wp(e)}}function wp({counts:e,samples:t,lowest:n,highest:r}){return t===0?[]:Array.from({length:Sp-xp},(e,t)=>2**(xp+t)).filter(e=>2*e>n&&e<=r).flatMap(t=>Array.from({length:8},(n,r)=>{let[i,a]=[t*(1+r/8),t*(1+(r+1)/8)];return[i,a,e.subarray(st(i),st(a)).reduce((e,t)=>e+t,0)]}).filter(([,,e])=>e>0))}function Tp(e){let t=0;return e.map(({seconds:e,errors:n,latenciesMs:r})=>{let i=r.toSorted(),a={atSeconds:Dp(t),ratePerSecond:Dp(r.length/e),errors:n,p50Ms:Ep(i,.5),p95Ms:Ep(i,.95)};return t+=e,a})}function Ep(e,t){let n=e[Math.max(0,Math.ceil(t*e.length)-1)];return n===void 0?null:Dp(n)}function Dp(e){return Number(e.toPrecision(6))}function Op(e,t,n){let r=0;return n.open({kind:`calls`,concurrency:64,call:()=>{let n=t[r%t.length];return r+=1,e.predict(n)}})}const[kp,Ap]=[8,60];async function jp(e,t){let{traffic:n,challenger:r,champion:i,log:a}=t;await using o=await Op(r,e.requests,n),s=i===null?null:await Op(i,e.requests,n);let c=[Mp(`challenger`,o),...s===null?[]:[Mp(`champion`,s)]];for(let t of c)await Fp(e,{seconds:2,block:-1},t.channel);await Np(e,c,a);let[l,u]=c;return{device:r.device,challenger:Ip(l,e),champion:u===void 0?null:Ip(u,e),ratio:u===void 0?null:Lp(l,u,e.seed),invalid:c.map(Rp).find(e=>e!==null)??null}}function Mp(e,t){return{name:e,channel:t,measurement:at(),parts:[],busyShare:0,waitingAtEnd:0}}async function Np(e,t,n){let r=Math.min(Ap,Math.max(kp,Math.round(e.durationSeconds))),i=3e3*e.durationSeconds*t.length;for(let a=0,o=0;a<r;a+=1){let s={seconds:e.durationSeconds/r,block:a};for(let n of a%2==0?t:t.toReversed())o+=await Pp(e,s,n);if(n.progress(`blocks of latency`,a+1,r),a>0&&o>i)break}}async function Pp(e,t,n){let r=[],i=rt(n.measurement),a=await Fp(e,t,n.channel,e=>{Qe(n.measurement,e),(e.error===null||e.error.kind===`timeout`)&&r.push(e.latencyMs)}),o=rt(n.measurement)-i;return n.parts.push({seconds:t.seconds,errors:o,latenciesMs:Float64Array.from(r)}),n.busyShare=Math.max(n.busyShare,a.waitingAtEnd>0?a.busyShare:0),n.waitingAtEnd+=a.waitingAtEnd,e.signal?.throwIfAborted(),a.elapsedMs}function Fp({ratePerSecond:e,seed:t,signal:n},{seconds:r,block:i},a,o=()=>{}){let s={ratePerSecond:e,durationMs:r*1e3,arrivals:`poisson`,seed:t+i},c={nextDueMs:Ze(s),timeoutMs:1e4,settled:o};return a.send(n===void 0?c:{...c,signal:n})}function Ip({name:e,measurement:t,parts:n},{ratePerSecond:r}){let{p50Ms:i,p95Ms:a,p99Ms:o}=nt(t.latency),s=t.lag.samples;if(i===null||a===null||o===null){let[n]=t.errors.values(),r=n===void 0?`none came due`:n.example;throw new u(`prediction-failed`,`The ${e} answered none of ${s} requests: ${r}`,{fix:"Ask it by hand with `model-release predict`."})}let c={...Cp(t.latency),timeline:Tp(n)};return{p50Ms:i,p95Ms:a,p99Ms:o,ratePerSecond:r,samples:s,errors:rt(t),distribution:c}}function Lp(e,t,n){return pp({blocks:e.parts.map(({latenciesMs:e},n)=>({challenger:e,champion:t.parts[n].latenciesMs})),quantile:.95,replicates:2e3,seed:n})}function Rp({name:e,measurement:t,busyShare:n,waitingAtEnd:r}){let i=tt(t,{busyShare:n,waitingAtEnd:r});return i===null?null:`${e}: ${i}`}function zp({times:e,values:t},{confidence:n,step:r=0}){let i=e.length,[a,o]=[Bp(e),Bp(t)],[s,c]=[0,0];for(let n=0;n<i;n++)s+=(e[n]-a)**2,c+=(e[n]-a)*(t[n]-o);if(i<3||s===0)return null;let l=c/s,u=0;for(let n=0;n<i;n++)u+=(t[n]-o-l*(e[n]-a))**2;let d=Math.max(u/(i-2),r*r/12),f=-Cl(ti(n),i-2)*Math.sqrt(d/s);return Number.isFinite(l+f)?{slope:l,lower:l-f,upper:l+f}:null}function Bp(e){let t=e[0]??0;return t+e.reduce((e,n)=>e+(n-t),0)/e.length}async function Vp(e,t){let{durationSeconds:n,signal:r}=e,i=Up(t,n*1e3/240);if(await i.take()===null)throw Gp();await using a=await Op(t.challenger,e.requests,t.traffic);let o={arrivals:`poisson`,warmUpSeconds:.2*n,timeoutSeconds:60},s=Math.ceil(e.ratePerSecond*n),c=0,l=()=>{c===0&&i.forget(),c+=1,i.takeIfDue(),t.log.progress(`requests of the soak`,Math.min(c,s),s)},d=await it({...e,...o,watch:l},a);r?.throwIfAborted();let f=await i.series(),p=zp(Wp(f),{confidence:.9,step:4096});if(p===null)throw new u(`prediction-failed`,`A soak of ${n} s gave too few samples of memory for a slope.`,{fix:`Give gates.soak.durationSeconds a longer time.`});let{slope:m,lower:h,upper:g}=p;return{durationSeconds:n,requests:d.samples,errors:d.errors,bytesPerMinute:{value:m,lower:h,upper:g},memory:Hp(f)}}function Hp({times:e,values:t}){let n=e[0]??0,r=e=>Number(((e-n)*60).toFixed(3));return Array.from(t.subarray(0,480),(t,n)=>[r(e[n]),t])}function Up({challenger:e,clock:t},n){let r=[],i=Promise.resolve(),a=-1/0,o=async()=>{let n=await e.memory?.()??null;return n!==null&&r.push({minute:t.elapsedMs()/6e4,bytes:n.residentBytes}),n};return{take:o,takeIfDue:()=>{let e=t.elapsedMs();e<a||(a=e+n,i=Promise.all([i,o()]))},forget:()=>{r.length=0},series:async()=>(await i,{times:Float64Array.from(r,({minute:e})=>e),values:Float64Array.from(r,({bytes:e})=>e)})}}function Wp({times:e,values:t}){let n=Math.max(1,Math.ceil(e.length/24)),r=Array.from({length:Math.floor(e.length/n)},(e,t)=>t*n),i=e=>Float64Array.from(r,t=>e.subarray(t,t+n).reduce((e,t)=>e+t,0)/n);return{times:i(e),values:i(t)}}function Gp(){return new u(`platform-unsupported`,`This system does not tell how much memory the model's process holds.`,{fix:`Run it on Linux, or set gates.soak.level to off.`})}function Kp(e){let t=lp(e.blocks),n=qp(t.map(e=>e.challenger)),r=qp(t.map(e=>e.champion));return up(e=>Jp(n,e)/Jp(r,e),t.length,e)}function qp(e){return{sum:Float64Array.from(e,e=>e.reduce((e,t)=>e+t,0)),count:Float64Array.from(e,({length:e})=>e)}}function Jp({sum:e,count:t},n){let[r,i]=[0,0];for(let a=0;a<n.length;a++)r+=n[a]*e[a],i+=n[a]*t[a];return r/i}const Yp=[.2,.5,1],[Xp,Zp]=[8,2e5];async function Qp(e,t){let{traffic:n,challenger:r,champion:i,log:a}=t;await using o=await Op(r,e.requests,n),s=i===null?null:await Op(i,e.requests,n);let c=[await em(o,e),...s===null?[]:[await em(s,e)]];await $p(e,c,a);let[l,u]=c,d=await nm(l,e),f=u===void 0?null:await nm(u,e);return{challengerPerSecond:d.ratePerSecond??0,championPerSecond:f===null?null:f.ratePerSecond??0,ratio:u===void 0?null:rm(l,u,e.seed),invalid:im([d,f])}}async function $p(e,t,n){for(let r=0,i=0;r<10;r+=1){for(let n of r%2==0?t:t.toReversed()){let{elapsedMs:t,perSecond:r}=await tm(n.channel,n.requests,e);n.msPerAnswer.push(1e3/r),i+=t}if(n.progress(`blocks of throughput`,r+1,10),r>0&&i>6e4)break}}async function em(e,t){let n=Xp;for(let r of Yp){let{perSecond:i}=await tm(e,n,t);n=Math.min(Zp,Math.max(Xp,Math.round(i*r)))}return{channel:e,requests:n,msPerAnswer:[]}}async function tm(e,t,{signal:n}){let r=at(),i=0,a={nextDueMs:()=>(i+=1,i<=t?0:null),timeoutMs:6e4,settled:e=>Qe(r,e)},{elapsedMs:o}=await e.send(n===void 0?a:{...a,signal:n});n?.throwIfAborted();let{answered:s,lastEndMs:c}=r;if(s>0)return{perSecond:s*1e3/c,elapsedMs:o};let[l]=r.errors.values();throw new u(`prediction-failed`,`Of ${t} requests at once none was answered: ${l?.example}`,{fix:"Ask the model by hand with `model-release predict`."})}async function nm({channel:e,msPerAnswer:t},n){let r=1e3*t.length/t.reduce((e,t)=>e+t,0),{p95Ms:i,seed:a,signal:o}=n;if(i===null)return{ratePerSecond:r,boundBy:`maximum`,steps:[]};let s={arrivals:`poisson`,seed:a,warmUpSeconds:0,timeoutSeconds:60},c={startPerSecond:r/2,maxPerSecond:r,p95Ms:i,durationSeconds:2},l=await ot({...s,...c,...o===void 0?{}:{signal:o}},e);return o?.throwIfAborted(),l}function rm(e,t,n){return Kp({blocks:e.msPerAnswer.map((e,n)=>({challenger:Float64Array.of(t.msPerAnswer[n]),champion:Float64Array.of(e)})),replicates:2e3,seed:n})}function im(e){return e.find(e=>e?.boundBy===`sender`)?.steps.findLast(({invalid:e})=>e!==null)?.invalid??null}async function am(e,t,n){let{gates:r}=e.challenge.held,{ratePerSecond:a,durationSeconds:o,p95Ms:s=null}=r.latency,c=i(t.champion)?t.champion:null,l={...n,challenger:t.challenger,champion:c},u={requests:cm(e),seed:1,signal:n.signal},d=(e,t,i)=>r[e]?.level===`off`?Promise.resolve(sm):n.tries.measure(t,i);return{latency:await d(`latency`,`asking ${a} times a second for ${o} s each`,()=>om(t,n,()=>jp({...u,ratePerSecond:a,durationSeconds:o},l))),throughput:await d(`throughput`,`asking as often as is answered`,()=>Qp({...u,p95Ms:s},l)),soak:await d(`soak`,`asking for ${r.soak?.durationSeconds??60} s on end`,()=>Vp({...u,ratePerSecond:a,durationSeconds:r.soak?.durationSeconds??60},l))}}async function om({challenger:e},{watchGpus:t},n){if(e.device===`cpu`)return{...await n(),gpus:[]};await using r=t();return{...await n(),gpus:r.use()}}const sm=yn(`the manifest switches this gate off`);function cm({challenge:e,sample:t}){return e.challenger.manifest.contract.inputs.every(({shape:e})=>e?.[0]===-1)?Ln(t):[t]}const lm=bn(`this is left to the first shard`);function um({shard:e}){return e!==null&&e.index>0}function dm(e){let t=bn(`not measured: ${e}`);return{runtime:t,dataset:t,load:t,golden:t,sanity:t,edge:t,quality:t,latency:t,throughput:t,soak:t,parity:t,baseline:t}}const fm={rtol:.001,atol:1e-5};async function pm(e,t){let{challenge:n,runtime:r}=e,a=await t.tries.measure(`loading the model to be asked`,()=>r.load(An(n.challenger)));if(!i(a))return dm(a.reason);await using o=a;let s=await Sr(n.champion,r,t);await using c=i(s)?s:mm;let l={challenger:a,champion:s},u={runtime:{name:r.name,version:a.version,device:a.device},...await ip(e,l,t)};return um(n)?{...dm(lm.reason),...u}:{...u,golden:await hm(e,l,t),edge:await gm(e,t),parity:await _m(e,l,t),...await am(e,l,t)}}const mm={async[Symbol.asyncDispose](){}};async function hm({challenge:e,golden:t},{challenger:n},{tries:r}){let a=e.held.golden??fm;return i(t)?r.measure(`asking the golden cases`,()=>ze(t,n,a)):t}async function gm({challenge:e,runtime:t,sample:n},{tries:r,clock:i}){let{contract:a}=e.challenger.manifest,o={requests:or(a,n),good:n,tolerance:e.held.golden??fm},s=()=>t.load(An(e.challenger));return r.measure(`trying the edges of the contract`,()=>dr(o,{load:s,clock:i}))}async function _m(e,{challenger:t},{tries:n,otherRuntime:r}){let i=await r();return i===null?yn(`there is one runtime on this machine`):n.measure(`comparing the two runtimes`,async()=>{let n=await vm(i,e);if(n===null)return yn(`the ${i.name} runtime lacks an operator of this model`);await using r=n;let a=i.name===`tensorflow`?[n,t]:[t,n];return await _r({requests:ym(e,t),tolerance:e.challenge.held.golden??fm,repeats:2},{reference:a[0],other:a[1]})})}async function vm(e,{challenge:t}){try{return await e.load(An(t.challenger))}catch(e){if(e instanceof u&&e.code===`operator-missing`)return null;throw e}}function ym({golden:e,sample:t},{signature:n}){let r=(i(e)?e.slice(0,50):[]).flatMap(e=>{try{return[e.inputs(n)]}catch{return[]}});return r.length>0?r:[t]}function bm({gates:e},t){return Object.entries(e.quality?.metrics??{}).flatMap(([e,{maxLoss:n,decide:r}])=>{if(n===void 0||r===`point`||!A(e))return[];let i=js({standardError:Math.sqrt(.05/t),rows:t},n);return i===null||i<=t?[]:[`${t} rows will hardly decide a loss of ${n} of ${e}: that takes about ${i} or more`]})}async function xm({dataset:e,golden:t,contract:n,signature:r}){try{if(e!==null)for await(let{inputs:t}of e.batches(32))return t;let[n]=t;if(n!==void 0)return n.inputs(r)}catch(e){if(!(e instanceof u))throw e}return Sm(n)}function Sm({inputs:e}){return new Map(e.map(e=>[e.name,Cm(e)]))}function Cm(e){let{dtype:t}=e,n=(e.shape??[1]).map(e=>e===-1?1:e),r=n.reduce((e,t)=>e*t,1),i=mt[t];if(i===void 0)return{dtype:t,shape:n,data:Array.from({length:r},()=>wm)};let a={dtype:t,shape:n,data:new i(r)};return Xn(a,Jn(e,a))}const wm=new TextEncoder().encode(`a`),Tm=2**28;async function Em(e,t,n){let r=await n.runtime(),a=await Am(e,t,n);await using o=i(a)?a:km;let s=i(a)?jm(a,e):[];for(let e of s)n.log.info(e);let c=await Mm(e,n),l=await xm({dataset:i(a)?a:null,golden:i(c)?c:[],contract:e.challenger.manifest.contract,signature:t}),u=await Dm(e,l,{...n,runtime:async()=>r}),d={dataset:i(a)?Mn(a):a,load:u},f=i(u)&&u.attempts.every(({outcome:e})=>e===`failed`)?dm(`the model does not load`):await pm({challenge:e,runtime:r,dataset:a,golden:c,sample:l},n),p=i(a)?a.slices:[];return{evidence:{...f,...d},slices:p,warnings:s}}async function Dm(e,t,n){if(um(e))return lm;let{challenger:r,wantedDevice:a}=e,o=await n.runtime(),s=await n.tries.measure(`loading the model in three fresh processes`,()=>Pn({request:An(r),inputs:t,wantedDevice:a},{...n,runtime:o}));for(let e of i(s)?s.attempts:[])e.outcome===`failed`&&e.isPlatform&&n.tries.note(Om(e));return s}function Om({code:e,message:t,fix:n}){return new u(e,t,{fix:n})}const km={async[Symbol.asyncDispose](){}};async function Am({challenger:e,held:t,shard:n},r,i){let{evaluation:a}=t;if(a===null)return yn(`the manifest names no evaluation set`);let{folder:o}=e;return i.tries.measure(`opening the evaluation set`,()=>Yd({release:e,signature:r,evaluation:a,folder:o,shard:n},i))}function jm({remarks:e,rows:t},{champion:n,held:r}){return n===null?e:[...e,...bm(r,t)]}async function Mm({challenger:e},{tries:t,files:n}){let{golden:r}=e.manifest;return r===void 0?yn(`the manifest names no golden cases`):t.measure(`reading the golden cases`,async()=>ee(await n.read(`${e.folder}/${r.file}`,Tm),r.file))}async function Nm(e,t){let{challenger:n,champion:r}=e,i=await N(n,{tensorflowVersion:null},t),a={schema:`model-release/evidence/v1`,release:jn(n),champion:r===null?null:jn(r),...Sn(n.manifest,r?.manifest??null,i),rehearsal:yn(`nothing was rehearsed`),shortcut:e.shortcut};if(e.shortcut!==null)return{evidence:{...a,...dm(`this very release served before`)},faults:[],slices:[]};let o=i.signatures.find(({name:e})=>e===n.manifest.artifact.signatureName),s=Cn(a)??(o===void 0?`the model has no such signature`:null);if(s!==null)return{evidence:{...a,...dm(s)},faults:[],slices:[]};let c=En(t),{evidence:l,slices:u,warnings:d}=await Em(e,o,{...t,tries:c}),f={...a.lint,warnings:[...a.lint.warnings,...d]};return{evidence:{...a,lint:f,...l},faults:c.faults,slices:u}}async function Pm({manifest:e,artifact:t},n,{repository:r,copies:i}){if(t===null)return v({manifest:e,folder:n},i);let a=`${n}/artifact`;return await r.copy(t,a,{maxFiles:1e4,maxBytes:e.artifact.maxBytes}),{manifest:e,folder:n,directory:a}}async function Fm(e,t){let{path:n,model:r,digest:i,asked:a,base:o,into:s}=e,{files:c,log:l}=t;if(a!==null&&await c.kind(t.resolve(a))===`file`)return v(await y({path:t.resolve(a),title:a},c),t.copies);let{repository:u,path:d}=await Tt(n,t.repositories),f=await h({path:d,model:r,digest:i,base:o,asked:a},u);return f.kind===`committed`?Pm(f,s,{repository:u,copies:t.copies}):(l.info(`There is no champion: ${f.reason}.`),null)}async function Im({path:e,manifest:{target:t}},{repositories:n}){let{repository:r,path:i}=await Tt(e,n),a=await r?.resolve(`HEAD`);if(r===void 0||a===void 0||t===void 0)return;let o=await _t({path:i,commit:a,target:t},r);if(o.length!==0)throw new u(`manifest-invalid`,gt(o,t.endpoint),{fix:vt})}const Lm=/* @__PURE__ */ new Set([`artifact-missing`,`bucket-missing`]),Rm=`saved_model.pb`;async function zm(e,{path:t,manifest:n},{repositories:r}){if(!(e instanceof u)||!Lm.has(e.code)||n.target===void 0)return e;let{repository:i,path:a}=await Tt(t,r);if(i===void 0)return e;try{let t=await d(n.target.endpoint,i);if(dt(t,n.artifact.digest)===null)return e;let r=lt(t)?.digest??``,o=await Bm(t,{repository:i,path:a,apart:/* @__PURE__ */ new Set([n.artifact.digest,r])});return o===null?e:Hm(e,o)}catch(t){if(t instanceof u)return e;throw t}}async function Bm(e,t){for(let n of ut(e,t.apart).slice(0,5))if(await Vm(n,t))return n;return null}async function Vm({commit:e,digest:t},{repository:n,path:r}){if(await n.resolve(e)===void 0)return!1;let i=(await yt(e,n)).get(r);if(i?.artifact.digest!==t)return!1;if(pt(i.artifact.uri))return!0;let a=I(r,i.artifact.uri);return(await n.changes({from:null,to:e},[Rm])).some(e=>e.path===`${a}/${Rm}`)}function Hm(e,{model:t,version:n,commit:r}){let{code:i,message:a,fix:o,problems:s}=e,c=`Or bring back ${t} ${n}, which was well too: it is whole at commit ${r.slice(0,12)}.`;return new u(i,a,{fix:`${o} ${c}`,cause:e,problems:s})}async function Um({challenger:e,champion:t},n){let r=Wm(n);if(t!==null){let e=await r.merge(t,null);if(!e.isDone)return{promotion:{...e,reason:`the champion: ${e.reason}`},return:null}}let i=await r.merge(e,t),a=t?.artifact.digest!==e.artifact.digest;return{promotion:i,return:t===null||!a||!i.isDone?null:await r.merge(t,e)}}function Wm(e){let t=[],n=Ym(e,t),r=0;return{async merge(i,a){r+=1,t.length=0;let o=e.clock.elapsedMs(),s=String(r).padStart(40,`0`),{outcome:c,reason:l}=await Ve(Gm(i,e),{...n,...qm({manifest:Km(i),before:a,commit:s})});return Jm({outcome:c,reason:l},[...t],Math.round(e.clock.elapsedMs()-o))}}}function Gm({target:e},{signal:t}){return{endpointId:e.endpoint,leaseObject:`rehearsal.json`,holder:`rehearsal`,isPatient:!0,signal:t}}function Km(e){return{...e,rollout:{...e.rollout,bakeSeconds:0,minSamples:0}}}function qm({manifest:e,before:t,commit:n}){let r={kind:`passed`,champion:t?.artifact.digest??null,evidenceDigest:e.artifact.digest,planHash:null,isApproved:!0,isFailureWaived:!1},i={commit:n,pullRequest:null,actor:null},a=t===null?`same`:`newer`;return{desire:async()=>({cause:i,manifest:e,onDelete:`hold`,planHash:null,isRetry:!1,isFrozen:!1,order:a}),passOf:async()=>r,judge:async()=>({kind:`pass`,reason:`a rehearsal`}),propose:async()=>{},tell:async()=>{}}}function Jm({outcome:e,reason:t},n,r){return{isDone:e===`healthy`||e===`noop`,reason:t,writes:n,milliseconds:r}}function Ym(e,t){let{endpoint:n,registry:r}=e,i=(e,n,r)=>(...i)=>(t.push({kind:e,resource:n}),r(...i));return{...e,endpoint:{...n,deploy:i(`deploy`,n.name,n.deploy),share:i(`share`,n.name,n.share),undeploy:i(`undeploy`,n.name,n.undeploy)},registry:{...r,upload:i(`register`,`registry`,r.upload),alias:i(`alias`,`registry`,r.alias)},upload:i(`upload`,e.bucket.name,e.upload)}}async function Xm({challenger:e,champion:t,evidence:n},r,a){let o=$m(e.manifest);if(o===null)return yn(`the manifest does not say what serves the model, and where`);if(!i(n.runtime))return bn(`not rehearsed: the model was not loaded`);a.log.info(`Rehearsing the promotion and the way back.`);try{await using n=await a.rehearsalCloud(o,await r());return await Um({challenger:e.manifest,champion:Qm(t,e)},{...a,...n,endpoint:n.endpoint(o.endpoints[0]),staging:n.endpoint,upload:r=>th(r,Zm(r,e,t),{...a,cloud:n}),smoke:eh})}catch(e){return xn(l(e))}}function Zm({artifact:e},t,n){return n?.manifest.artifact.digest===e.digest?n.directory:t.directory}function Qm(e,{manifest:t}){return e===null?null:{...e.manifest,target:t.target,serving:e.manifest.serving??t.serving}}function $m({target:e,serving:t}){if(e===void 0||t===void 0)return null;let{project:n,region:r,bucket:i,endpoint:a,stagingEndpoint:o}=e;return{project:n,region:r,bucket:i,endpoints:o===void 0?[a]:[a,o]}}const eh=async()=>({kind:`passed`,requests:0});async function th({model:e,artifact:t},n,{cloud:r,...i}){return await bt({directory:n,model:e.name,digest:t.digest},r.bucket,i),{kind:`done`,value:null}}function nh(e){return ft(e)}async function rh(e,{shardDocument:t,...n},{files:r}){if(await r.write(`${e}/${It.evidence}`,c(n.evidence)),t!==null){await r.write(`${e}/${It.document}`,`${ct(t)}\n`);return}let i={"verdict.json":nh(n.verdict),...g(n)};for(let[t,n]of Object.entries(i))await r.write(`${e}/${t}`,n)}async function ih(e,t,n){try{return await Im(e,n),await ah(e,t,n)}catch(t){throw await zm(t,e,n)}}async function ah(e,t,n){await using r=await n.scratch();let i=ht(r.folder,n),{path:s,manifest:c}=e,l=await v(e,i),u={path:s,model:c.model.name,digest:c.artifact.digest},d={asked:t.champion,base:n.base,into:r.folder},f=await Fm({...u,...d},{...n,copies:i}),p=n.today(),m=f?.manifest??null,h=t.champion===null?await Et({path:s,manifest:c,champion:m},n):null,g=a({challenger:c,base:m,approvals:[],today:p,served:h}),{evaluation:_,golden:y,gates:b}=g,{device:x,shard:S}=t,C={wantedDevice:x===`auto`?null:x,shard:S},w={challenger:l,champion:f,held:{evaluation:_,golden:y,gates:b},shortcut:Dt(h),...C},T=await ch(t,n),E=await Nm(w,{...T,copies:i}),D=await sh({...w,evidence:E.evidence},T.runtime,n),{faults:O,slices:k}=E,A=o(D,g),j=S&&oh({shard:S,today:p,slices:k,challenger:c,champion:m});if(t.out!==null){let e={path:t.manifest,manifest:c,champion:m,evidence:D,verdict:A};await rh(n.resolve(t.out),{...e,shardDocument:j},n)}return{evidence:D,verdict:A,fault:O.find(uh)??null}}function oh(e){return{schema:`model-release/shard/v1`,...e}}async function sh(e,t,n){let{evidence:r,shard:i,challenger:a}=e;return a.manifest.gates.rehearsal?.level===`off`||r.shortcut!==null||n.signal.aborted||i!==null&&i.index>0?r:{...r,rehearsal:await Xm(e,t,n)}}async function ch(e,t){e.out!==null&&await t.makeFolder(t.resolve(e.out));let n=null,r=()=>n??=t.runtime(e),i=()=>t.newFile(`${t.resolve(e.out)}/${It.scores}`);return{...t,runtime:r,scoreFile:i,otherRuntime:async()=>t.otherRuntime((await r()).name)}}const lh=/* @__PURE__ */ new Set([`usage`,`document-invalid`,`dataset-invalid`,`artifact-changed`,`file-missing`,`lfs-pointer`,`bucket-denied`,`bucket-missing`,`bucket-refused`]);function uh({code:e,exitCode:t}){return t===4||lh.has(e)}async function dh(e,t){await Nt(e.isTrusted,t);let n=await Ct(e,t);if(e.isDeciding&&await Ot(n,t))return{status:``,evidence:``,needsValidation:!0,exitCode:0};let r=At(n,t),i=/* @__PURE__ */ new Set,a=[];for(let o of n)a.push(await t.group(`validate ${o.title}`,()=>gh(o,e,{...t,runtime:r,taken:i}))),t.log.info(`${x(o.title)}: ${a.at(-1).outcome}`);t.annotate(a.flatMap(({notices:e})=>e)),await wt(e,i,t);let o=a.flatMap(({outcome:e})=>e===`scored`?[]:[e]);return{status:o.length===0?``:s(o),evidence:a.length===0?``:e.out,needsValidation:!1,exitCode:hh.find(e=>a.some(({exitCode:t})=>t===e))??0}}async function fh(e,t){let n=t.resolve(e.manifest);return ih({...await y({path:n,title:e.manifest},t.files),path:n},e,t)}const ph={pass:0,scored:0,fail:1,inconclusive:3};function mh({verdict:e,evidence:t,fault:n},{shard:r}){if(n!==null&&e.status!==`fail`)throw n;return r!==null&&i(t.sanity)?`scored`:e.status}const hh=[1,2,4,3,0];async function gh(e,t,n){try{if(n.signal.aborted)throw _h(e);let r=await y(e,n.files),i=`${t.out}/${vh(r.manifest.model.name,n.taken)}`,a={...t,manifest:e.title,out:i},o=await ih({...r,path:e.path},a,n);if(t.shard===null)for(let e of m(o.verdict))n.log.info(e);let s=mh(o,t),c=s===`scored`?[]:f(o.verdict,e.title);return{outcome:s,exitCode:ph[s],notices:c}}catch(e){let t=l(e);return await n.report(t),{outcome:`inconclusive`,exitCode:t.exitCode,notices:[]}}}function _h({title:e}){return new u(`interrupted`,`${x(e)} was not validated: the run was interrupted`,{fix:`Run it again.`})}function vh(e,t){let n=e;for(let r=2;t.has(n);r+=1)n=`${e}-${r}`;return t.add(n),n}export{kn as _,nh as a,kf as c,Bd as d,Vd as f,X as g,kd as h,dh as i,Wd as l,Ld as m,mh as n,op as o,zd as p,fh as r,Uf as s,ph as t,Id as u,It as v,zt as y};