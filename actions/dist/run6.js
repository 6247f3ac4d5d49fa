import{i as e,o as t,t as n}from"./rolldown-runtime.js";import{a as r,c as i,l as a,n as o,o as s,s as c,u as l}from"./judge.js";import{r as u,t as d}from"./failure.js";import{D as f,M as p,O as m,j as h,n as g,r as _,t as v}from"./payload.js";import{n as y,r as b}from"./open-release2.js";import{s as x}from"./phrases.js";import{n as S,r as C}from"./proposal.js";import{t as w}from"./run5.js";import{t as T}from"./json.js";import{i as E,t as D}from"./validate2.js";import{a as O,i as k,o as A,r as j,s as M}from"./manifest.js";import{t as N}from"./release-inspection.js";import{t as ee}from"./exchange.js";import{i as P,n as F,r as I}from"./named-tensors.js";import{i as L,l as te}from"./contract.js";import{$ as R,A as z,B,C as V,D as ne,E as re,F as ie,G as ae,H as oe,I as H,J as se,K as U,L as ce,M as le,N as W,O as ue,P as de,Q as G,R as K,T as fe,U as pe,V as me,W as he,X as ge,Y as _e,Z as ve,_ as q,a as J,at as ye,b as Y,c as be,et as xe,g as Se,h as Ce,i as we,it as Te,j as Ee,k as De,l as Oe,nt as ke,o as Ae,ot as je,q as Me,r as Ne,rt as Pe,s as Fe,t as Ie,tt as Le,u as Re,v as ze,w as Be,x as Ve,y as He,z as Ue}from"./golden.js";import{t as We}from"./saved-model.js";import{t as Ge}from"./scan-model.js";import{t as Ke}from"./artifact.js";import{n as qe}from"./lfs-pointer.js";import{a as Je,c as Ye,d as Xe,f as Ze,i as Qe,l as $e,o as et,r as tt,s as nt,t as rt,u as it}from"./highest-rate.js";import{S as at,d as ot,h as st,m as ct,x as lt}from"./ledger.js";import{t as ut}from"./bucket-place2.js";import{t as dt}from"./fit.js";import{t as ft}from"./bucket-copies2.js";import{n as pt,r as mt,t as ht}from"./claimants.js";import{r as gt}from"./tip.js";import{a as _t}from"./wishes.js";import{createHash as vt}from"node:crypto";async function yt({folder:e,base:t},{repositories:n,log:r}){let i=await n.find(e),a=i===void 0?null:await C(t,i);if(i===void 0||a===null)throw new d(`usage`,`there is no base branch here, so nobody can tell which release.yaml is proposed`,{fix:`Check the repository out with actions/checkout, or name the manifest.`});let o=await S(a,i),s=o.filter(({kind:e})=>e===`deleted`);for(let{path:e}of s)r.info(`${x(e)} is deleted: there is nothing of it to validate.`);return o.length===s.length&&r.info(`No release.yaml is added or changed: nothing is validated.`),o.filter(e=>!s.includes(e)).map(({path:e})=>({path:`${i.top}/${e}`,title:e}))}async function bt({manifest:e,champion:t},n){let{resolve:r,files:i}=n;if(e!==null)return[{path:r(e),title:e}];if(t!==null&&await i.kind(r(t))===`file`)throw new d(`usage`,`the champion is a file, ${x(t)}, and each release has a champion of its own`,{fix:`Name the manifest as well, or a commit as the champion.`});return yt({folder:r(`.`),base:n.base},n)}async function xt({artifact:e,out:t},n,{keep:r,resolve:i,log:a,annotate:o}){if(e!==null&&n.size!==0)try{let{sizeBytes:n}=await r({name:e,folder:i(t)});a.info(`The evidence is kept as the artifact ${x(e)}, ${n} bytes.`)}catch(e){let{code:t,message:n,fix:r}=u(e);a.info(`The evidence is not kept: ${n}. ${r}`),t!==`artifacts-absent`&&o([{level:`warning`,title:`the evidence is not kept`,message:n,fix:r,file:null}])}}async function St(e,t){let[,n,r]=/^(.*)\/([^/]*)$/.exec(e),i=await t.find(n||`/`);return{repository:i,path:[i?.folder,r].filter(Boolean).join(`/`)}}async function Ct({path:e,manifest:t,champion:n},{repositories:r,log:i}){if(t.target===void 0||n===null)return null;let{repository:a,path:o}=await St(e,r);if(a===void 0)return null;try{let e=await f(t.target.endpoint,a),r=await m({path:o,manifest:t,champion:n},e,a);return r!==null&&i.info(`This very release served before and was well: line ${r.sequence} of the ledger.`),r}catch(e){return i.info(`The ledger is not read, so everything is measured: ${u(e).message}`),null}}function wt(e){return e===null?null:{healthy:e.sequence}}async function Tt(e,t){for(let n of e)if(!await Et(n,t))return t.log.info(`${x(n.title)} has to be measured.`),!0;return!1}async function Et({path:e,title:t},n){let{files:r,repositories:i,base:a}=n;try{let{manifest:o}=await b({path:e,title:t},r),s=await St(e,i),c={path:s.path,model:o.model.name,base:a,asked:null},l=await g(c,s.repository);return l.kind!==`none`&&await Ct({path:e,manifest:o,champion:l.manifest},n)!==null}catch(e){if(e instanceof d)return!1;throw e}}function Dt(e,t){return async n=>{try{return await t.runtime(n)}catch(r){if(!(r instanceof d&&r.code===`runtime-missing`)||n.runtime!==`tensorflow`)throw r;t.log.info(`TensorFlow is not on this runner yet: it is set up.`);let i=n.device===`gpu`?`gpu`:`cpu`,a={...await t.setup(),manifests:async()=>e.map(({path:e})=>e)};return await w({tensorflowVersion:null,variant:i,indexUrl:null},a),t.runtime(n)}}}const Ot=/* @__PURE__ */ new Set([`pull_request_target`,`issue_comment`,`workflow_run`]),kt={maxBytes:2**25,maxDepth:64,maxValues:2**20};async function At(e,{event:t,files:n}){if(e||!Ot.has(t.name))return;let r=t.path===``?null:D(T(await n.read(t.path,kt.maxBytes),t.path,kt)),i=v(r,`repository`,`full_name`),a=jt(t.name,r);if(typeof a==`string`&&a===i)return;let o=typeof a==`string`?`the fork ${x(a)}`:`a head that the event does not name`;throw new d(`usage`,`on ${t.name} this job has secrets, and the model would be of ${o}`,{fix:`Validate on pull_request, whose job has no secrets; or set allow-untrusted where an environment asks for approval first.`})}function jt(e,t){return e===`pull_request_target`?v(t,`pull_request`,`head`,`repo`,`full_name`):e===`workflow_run`?v(t,`workflow_run`,`head_repository`,`full_name`):void 0}var Mt={$schema:`https://json-schema.org/draft/2020-12/schema`,$id:`urn:model-release:shard:v1`,title:`Shard document`,description:`What one of several runs over parts of the rows leaves for the run that joins them.`,type:`object`,additionalProperties:!1,required:[`schema`,`shard`,`today`,`slices`,`challenger`,`champion`],properties:{schema:{const:`model-release/shard/v1`},shard:{description:`Which part, from 0, of how many.`,type:`object`,additionalProperties:!1,required:[`index`,`count`],properties:{index:{type:`integer`,minimum:0,maximum:999},count:{type:`integer`,minimum:1,maximum:1e3}}},today:{description:`The day of the run, on which waivers count or have expired.`,type:`string`,pattern:`^\\d{4}-\\d{2}-\\d{2}$`},slices:{description:`The slices of the whole evaluation set, in the order of the scores.`,type:`array`,items:{type:`object`,additionalProperties:!1,required:[`predicate`,`required`],properties:{predicate:{type:`string`},required:{type:`boolean`},by:{type:`string`}}}},challenger:{description:`The challenger's manifest.`,type:`object`},champion:{description:`The champion's manifest; null for a first release.`,anyOf:[{type:`object`},{type:`null`}]}}};const Nt={document:`shard.json`,evidence:`evidence.json`,scores:`scores.bin`},Pt={maxBytes:8*2**20,maxDepth:32,maxValues:2**18},Ft=32*2**20;async function It(e,t){let n=t=>`${e}/${t}`,r=Lt(await t.read(n(Nt.document),Pt.maxBytes),n(Nt.document)),i=await t.read(n(Nt.evidence),Ft);return{folder:e,document:r,evidence:c(i,n(Nt.evidence))}}function Lt(e,t){let n=E(Mt,T(e,t,Pt)),r=(e,n)=>{let r=JSON.stringify(e);return E(M,T(r,`${t} (${n})`,Pt))},{challenger:i,champion:a}=n;return{...n,challenger:r(i,`challenger`),champion:a===null?null:r(a,`champion`)}}function Rt(e){return{unmeasured:`notApplicable`,reason:e,fix:null}}function zt(e,t=null){return{unmeasured:`notPossible`,reason:e,fix:t}}function Bt(e){if(e instanceof d)return zt(e.message,e.fix);throw e}function Vt(e,t,n){let{release:r,safety:i,servable:a,lint:o}=n;return{lint:{findings:o,missing:r.missing.map(({path:e})=>e),placeholders:r.placeholders,servable:a.findings,completeness:r.completeness,warnings:Ut(e)},digest:{declared:r.declaredDigest,actual:n.digest},signature:r.signature??Rt(`the manifest names no signer`),safety:{findings:i.findings},size:{bytes:n.bytes,files:n.files},contract:{mismatches:r.contract,...l(t?.contract??null,e.contract)}}}function Ht({digest:e,safety:t,lint:n}){return e.declared===e.actual?t.findings.length>0?`the artifact is not safe to load`:n.findings.some(({level:e})=>e===`fail`)?`the artifact holds what must not be released`:null:`the artifact is not the one that the manifest pins`}function Ut({evaluation:e}){return e===void 0||e.dataset.digest!==void 0?[]:[`evaluation.dataset has no digest: nobody can tell later which rows were judged`]}function Wt({log:e,signal:t}){let n=[],r=e=>{e!==null&&!n.includes(e)&&n.push(e)};return{faults:n,note:r,async measure(n,i){try{return t.aborted||e.info(n),await Gt(i,t)}catch(t){let i=Bt(t);return r(t),e.info(`${n}: ${i.reason}`),i}}}}async function Gt(e,t){if(t.aborted)throw Kt();let{promise:n,reject:r}=Promise.withResolvers(),i=()=>r(Kt());t.addEventListener(`abort`,i);try{let t=e();return Promise.allSettled([t]),await Promise.race([t,n])}finally{t.removeEventListener(`abort`,i)}}function Kt(){return new d(`interrupted`,`the run was interrupted before this was measured`,{fix:`Run it again.`})}function qt({outputs:e},{output:t}){let[n]=e;return(e.find(({name:e})=>e===t)??n)?.labels}function Jt({manifest:e,directory:t}){return{directory:t,signatureName:e.artifact.signatureName}}function Yt({manifest:{model:e,artifact:t}}){return{model:e.name,version:e.version,digest:t.digest}}function Xt({digest:e,rows:t}){return{digest:`sha256:${e}`,rows:t}}const Zt=/* @__PURE__ */ new Set([`out-of-space`,`device-missing`,`io`]);async function Qt(e,t){let n=[];for(let r=0;r<3;r+=1)n.push(await $t(e,t));return{attempts:n,wantedDevice:e.wantedDevice}}async function $t({request:e,inputs:t},{runtime:n,clock:r}){let i=r.elapsedMs();try{await using a=await n.load(e);t!==null&&await a.predict(t);let o=(r.elapsedMs()-i)/1e3,s=await a.memory?.();return{outcome:`loaded`,device:a.device,coldStartSeconds:o,peakBytes:s?.peakBytes??null}}catch(e){if(!(e instanceof d))throw e;let{code:t,message:n,fix:r}=e;return{outcome:`failed`,code:t,message:n,fix:r,isPlatform:Zt.has(t)}}}function en(e,t){return new Map([...e].map(([e,n])=>[e,on(n,t)]))}function tn(e){let t=Math.min(...Array.from(e.values(),({shape:e})=>e[0]??0));return Array.from({length:t},(t,n)=>new Map([...e].map(([e,t])=>[e,an(t,n)])))}function nn(e,t){let{dtype:n,data:r}=e;if(n===`string`)return e;let i=r.slice();for(let n=0;n<i.length;n+=1){let r=t(n);r!==void 0&&(i[n]=sn(r,e))}return{...e,data:i}}function rn(e,t){let{dtype:n,data:r}=e;return n===`string`?{...e,data:Array.from({length:r.length},()=>t)}:e}function an({dtype:e,shape:t,data:n},r){let[i=0,...a]=t,o=n.length/i;return{dtype:e,shape:[1,...a],data:n.slice(r*o,(r+1)*o)}}function on({dtype:e,shape:t,data:n},r){let[i=0,...a]=t,o=i===0?0:n.length/i;if(Array.isArray(n)){let t=Array.from({length:r*o},(e,t)=>n[t%n.length]);return{dtype:e,shape:[r,...a],data:t}}let s=n,c=new s.constructor(r*o);for(let e=0;e<r;e+=1){let t=e%i*o;c.set(s.subarray(t,t+o),e*o)}return{dtype:e,shape:[r,...a],data:c}}function sn(e,{dtype:t,data:n}){return n instanceof BigInt64Array?BigInt.asIntN(64,cn(e,-(2**63),2**63)):n instanceof BigUint64Array?BigInt.asUintN(64,cn(e,0,2**64)):t===`float16`?P(e,I):t===`bfloat16`?P(e,F):e}function cn(e,t,n){let r=BigInt(n)-1n;return e>=n?r:BigInt(Math.trunc(Math.max(e,t)))}function ln(e,{name:t},n){return{name:e,change:/* @__PURE__ */ new Map([[t,n]])}}function un({input:e,tensor:t},n){return t.dtype===`string`?n.map(([n,r])=>ln(`${n} as ${e.name}`,e,rn(t,r))):[]}function dn({dtype:e}){return e.startsWith(`float`)||e===`bfloat16`}function fn(e){return new TextEncoder().encode(e)}function pn(e,t){let n=L(e),r=e.features===void 0?1:t.shape.at(-1)??1;return Object.entries(e.ranges??{}).slice(0,100).flatMap(([e,t])=>{let i=n.indexOf(e);return i===-1||i>=r?[]:[{feature:e,column:i,columns:r,limits:t}]})}function mn(e,t,n,r=0){return gn(e,t,([e,t])=>{let i=r*(t-e+1);return n===0?e-i:t+i})}function hn(e,t){return gn(e,t,([e,t])=>e/2+t/2)}function gn(e,t,n){let r=t[0]?.columns??1,i=new Map(t.map(({column:e,limits:t})=>[e,n(t)]));return nn(e,e=>i.get(e%r))}function _n({input:e,tensor:t}){if(e.encoding===`tf.Example`)return[];let n=pn(e,t),r=[0,1].map(r=>ln(`every value of ${e.name} at the ${r===0?`low`:`high`} end of its range`,e,mn(t,n,r)));return[...n.length===0?[]:r,...n.flatMap(n=>[0,1].map(r=>ln(`${n.feature} at ${n.limits[r]}`,e,mn(t,[n],r)))),...vn({input:e,tensor:t}),...un({input:e,tensor:t},[[`an empty text`,fn(``)],[`a text beyond ASCII`,fn(`Ærøskøbing 東京 🙂`)]])]}function vn({input:e,tensor:t}){let n=L(e),r=e.features===void 0?1:t.shape.at(-1)??1,i=(e.nullable??[]).slice(0,100).map(e=>n.indexOf(e));if(i.length===0||!dn(t))return[];let a=nn(t,e=>i.includes(e%r)?NaN:void 0);return[ln(`every value of ${e.name} missing that may be`,e,a)]}const yn=new Uint8Array(1<<20).fill(97);function bn({input:e,tensor:t}){let n=e.encoding===`tf.Example`?[]:pn(e,t);return[...n.length===0?[]:[0,1].map(r=>ln(`${e.name} far ${r===0?`below`:`above`} its ranges`,e,mn(t,n,r,10))),...xn({input:e,tensor:t}),...un({input:e,tensor:t},[[`bytes that are no UTF-8`,Uint8Array.of(255,254,0,128)],[`a text of a mebibyte`,yn]]),...Sn({input:e,tensor:t})]}function xn({input:e,tensor:t}){if(t.dtype===`string`||t.dtype===`bool`)return[];let n=(n,r)=>ln(`${e.name} ${n}`,e,nn(t,()=>r)),r=[n(`full of huge numbers`,3e38),n(`full of huge negative numbers`,-3e38)];return dn(t)?[...r,n(`full of NaN`,NaN),n(`full of infinities`,1/0)]:r}function Sn({input:e,tensor:t}){let{shape:n,data:r}=t,i=t.dtype===`float64`?{dtype:`string`,shape:n,data:Array.from({length:r.length},()=>fn(`1`))}:{dtype:`float64`,shape:n,data:new Float64Array(r.length)};return[ln(`${e.name} of another type`,e,i),ln(`${e.name} with one more dimension`,e,{...t,shape:[...n,1]}),ln(`${e.name} without any row`,e,Cn(t)),...n.length<2||r.length===0?[]:[ln(`${e.name} with a column too many`,e,wn(t))]]}function Cn(e){let{shape:t,data:n}=e;return{...e,shape:[0,...t.slice(1)],data:n.slice(0,0)}}function wn({dtype:e,shape:t,data:n}){let r=t.at(-1),i=[...n.slice(0,r),n[0]],a=Array.isArray(n)?i:n.constructor.from(i);return{dtype:e,shape:[...t.slice(0,-1).map(()=>1),r+1],data:a}}function Tn({inputs:e},t){let n=e.flatMap(e=>{let n=t.get(e.name);return n===void 0?[]:[{input:e,tensor:n}]}),r=[...Dn(e,t),...n.flatMap(_n)],i=[...n.flatMap(bn),...On(t)],a=(e,n)=>e.map(({name:e,change:r})=>({name:e,isWithinContract:n,inputs:new Map([...t,...r].filter(En))}));return[...a(r,!0),...a(i,!1)]}function En(e){return e[1]!==void 0}function Dn(e,t){return e.length>0&&e.every(({shape:e})=>e?.[0]===-1)?[{name:`a single row`,change:en(t,1)},{name:`256 rows`,change:en(t,256)}]:[{name:`a request as the data has it`,change:t}]}function On(e){return[...e.keys()].slice(0,100).map(e=>({name:`no ${e}`,change:/* @__PURE__ */ new Map([[e,void 0]])}))}const kn=/* @__PURE__ */ new Set([`model-crashed`,`model-killed`,`model-out-of-memory`,`model-protocol`]);async function An(e,t){let n=[],r=await t.load();try{let i=await r.predict(e.good);for(let a of e.requests){let o=t.clock.elapsedMs(),s=await Mn(r,a.inputs),c=t.clock.elapsedMs()-o,l=s.outcome!==`died`&&c>1e4,u=await Pn(r,e,i),{name:d,isWithinContract:f}=a;n.push({name:d,isWithinContract:f,...s,...l?jn:{},recovered:u,durationMs:c}),s.outcome!==`died`&&u||(r=await Fn(r,t))}}finally{await r[Symbol.asyncDispose]()}return{cases:n}}const jn={outcome:`tookTooLong`};async function Mn(e,t){try{return{outcome:[...(await e.predict(t)).values()].every(Nn)?`answered`:`notFinite`,message:null}}catch(e){if(!(e instanceof d))throw e;return{outcome:e.code===`model-hung`?`tookTooLong`:kn.has(e.code)?`died`:`refused`,message:e.message.slice(0,500)}}}function Nn(e){let t=He(e);return t===null||Array.prototype.every.call(t,Number.isFinite)}async function Pn(e,{good:t,tolerance:n},r){try{let i=await e.predict(t);return[...r].every(([e,t])=>{let{mismatch:r,beyondTolerance:a}=ze(t,i.get(e),n);return r===null&&a===0})}catch(e){if(e instanceof d)return!1;throw e}}async function Fn(e,{load:t}){return await e[Symbol.asyncDispose](),t()}async function In(e,t){let{requests:n,tolerance:r}=e,i=t.reference.signature.outputs.map(({name:e})=>Ln(e,r)),a=[];for(let[r,o]of n.entries()){let n=await Ae(t.reference,o,e.repeats),s=await Ae(t.other,o,e.repeats);if(we(n)||we(s))a.push({request:r,reference:Rn(n),other:Rn(s)});else for(let e of i)zn(e,{reference:n,other:s})}let o=i.map(({name:e,found:t,noise:n,chosen:r,rows:i})=>({name:e,difference:t,noise:n,choices:r,isDiscriminating:i.isDiscriminating()}));return{requests:n.length,compared:n.length-a.length,tolerance:r,outputs:o,refusals:a}}function Ln(e,t){let n={reference:q,other:q};return{name:e,tolerance:t,rows:Ne(t),found:q,noise:n,chosen:null}}function Rn(e){return we(e)?e.code:null}function zn(e,{reference:t,other:n}){let{name:r,tolerance:i,noise:a}=e,o=t[0].get(r);if(o===void 0)throw Bn(r);let s=n[0].get(r),c=ze(o,s,i);e.found=Y(e.found,c),e.rows.add(o),c.mismatch===null&&(e.chosen=be(e.chosen,Fe(o,s,i))),e.noise={reference:Y(a.reference,J(t,r,i)),other:Y(a.other,J(n,r,i))}}function Bn(e){return new d(`prediction-failed`,`the model gave no output ${JSON.stringify(e)}, which its signature has`,{fix:`Export the model again.`})}async function Vn(e,t,{tries:n,files:r}){return e===null?Rt(`there is no champion to compare with`):n.measure(`loading the champion`,async()=>(await Hn(e,r),t.load({directory:e.directory,signatureName:e.manifest.artifact.signatureName})))}async function Hn({manifest:e,directory:t},n){let r=await n.list(t);await qe(t,r,n);let{digest:i}=await Ke(t,n);if(i!==e.artifact.digest)throw new d(`artifact-refused`,`the champion's artifact is ${i}, not the one that its manifest pins`,{fix:`Restore the champion's artifact on the base branch.`});let a=await We(t,n),[o]=await Ge({directory:t,model:a,entries:r},n);if(o!==void 0)throw new d(`artifact-refused`,`the champion is not safe to load: ${o.reason}`,{fix:`Compare with a champion that is safe: give it with --champion.`})}const X=8192;function Un({challenger:e,champion:t,weights:n,slices:r}){return{width:e.width,slices:r.length,hasWeights:n!==void 0,hasChampion:t!==null}}function Wn(e,t,n){if(e.firstRow!==n)throw Gn(`row ${e.firstRow+1} was scored where row ${n+1} was due`);Kn(e.challenger,{model:`challenger`,rows:e.rows,width:t.width}),e.champion!==null&&Kn(e.champion,{model:`champion`,rows:e.rows,width:t.width});let r=Un(e),i=r.slices===t.slices&&r.hasWeights===t.hasWeights&&r.hasChampion===t.hasChampion,a=[e.labels,...e.weights===void 0?[]:[e.weights],...e.slices];if(!(i&&a.every(({length:t})=>t===e.rows)))throw Gn(`the rows from ${e.firstRow+1} have other columns than those before`)}function Gn(e){return new d(`internal`,e,{fix:`Report this.`})}function Kn({values:e,width:t},n){if(t!==n.width){let e=`the ${n.model} scores ${t} classes, ${n.width} are expected`;throw new d(`prediction-failed`,e,{fix:`Compare models with the same classes, in one order.`})}if(e.length===n.rows*t)return;let r=e.length/t;throw new d(`prediction-failed`,`the ${n.model} answered ${n.rows} rows with ${r} scores`,{fix:`Export a model whose signature gives one score for each row.`})}function qn(e,t=0){let n=t,r=null,i=null,a=(t,a)=>{i??=Jn(r);let o=Math.min(X-i.filled,t.rows-a);return Yn(i,t,{from:a,taken:o,width:r.width}),i.filled===8192&&e(Xn(i,r,n+a+o)),o};return{add(t){if(r??=Un(t),Wn(t,r,n),t.rows===8192&&(i===null||i.filled===0))e(t);else for(let e=0;e<t.rows;)e+=a(t,e);n+=t.rows},end(){i!==null&&i.filled>0&&e(Xn(i,r,n))}}}function Jn({width:e,slices:t,hasWeights:n,hasChampion:r}){let i=()=>({values:new Float64Array(X*e),width:e}),a={firstRow:0,rows:X,labels:new Float64Array(X),slices:Array.from({length:t},()=>new Uint8Array(X)),challenger:i(),champion:r?i():null};return{block:n?{...a,weights:new Float64Array(X)}:a,filled:0}}function Yn(e,t,{from:n,taken:r,width:i}){let{block:a,filled:o}=e,s=n+r;a.labels.set(t.labels.subarray(n,s),o),a.weights?.set(t.weights.subarray(n,s),o);for(let[e,r]of a.slices.entries())r.set(t.slices[e].subarray(n,s),o);a.challenger.values.set(t.challenger.values.subarray(n*i,s*i),o*i),a.champion?.values.set(t.champion.values.subarray(n*i,s*i),o*i),e.filled+=r}function Xn(e,{width:t},n){let{block:r,filled:i}=e,{labels:a,weights:o,slices:s,challenger:c,champion:l}=r,u=e=>({values:e.subarray(0,i*t),width:t});e.filled=0;let d={firstRow:n-i,rows:i,labels:a.subarray(0,i),slices:s.map(e=>e.subarray(0,i)),challenger:u(c.values),champion:l===null?null:u(l.values)};return o===void 0?d:{...d,weights:o.subarray(0,i)}}const Zn={thresholds:null,scores:null,confusion:null,errors:null,predictions:null};function Qn(e){let t=[],n=Float64Array.of(NaN,0,0,0,0,0),r=e=>{t.at(-1)?.value!==e.value&&t.push(e)};return{add:t=>er(n,t,{paces:e,keep:r}),points(){let e=n[$n.value];return Number.isNaN(e)?[]:(r({value:e,positive:n[$n.belowPositive],negative:n[$n.belowNegative]}),[...t,{value:e,positive:n[$n.positive],negative:n[$n.negative]}])}}}const $n={value:0,positive:1,negative:2,belowPositive:3,belowNegative:4,next:5};function er(e,{scores:t,labels:n,weights:r},{paces:i,keep:a}){let{positive:o,negative:s}=i,c=e[$n.value],l=e[$n.positive],u=e[$n.negative],d=e[$n.belowPositive],f=e[$n.belowNegative],p=e[$n.next];for(let e=0;e<t.length;e++){let i=r===void 0?1:r[e];if(i!==0){if(t[e]!==c){let n=l*o+u*s;n>=p&&(Number.isNaN(c)||a({value:c,positive:d,negative:f}),a({value:t[e],positive:l,negative:u}),p=n+1/98),c=t[e],d=l,f=u}l+=n[e]*i,u+=(1-n[e])*i}}e.set([c,l,u,d,f,p])}function tr(e){return Number(e.toPrecision(6))}function nr(){let e=/* @__PURE__ */ new Float64Array(102),t=/* @__PURE__ */ new Float64Array(51),n=0;return{add({scores:r,positives:i,weights:a}){for(let o=0;o<r.length;o++){let s=r[o],c=a===void 0?1:a[o];if(s>=0&&s<=1&&c>=0){let n=50*s|0;e[51*i[o]+n]+=c,t[n]+=s*c}else c!==0&&n++}},bins:()=>n>0?null:rr(e,t)}}function rr(e,t){let[n,r,i]=[ir(e.subarray(0,51)),ir(e.subarray(51)),ir(t)],a=or(r)+or(n);if(!(a>0&&a<1/0))return null;let o=Array.from({length:10},(e,t)=>{let[a,o,s]=[r,n,i].map(e=>or(e.subarray(t*5,(t+1)*5)));return ar(a,o,s)});return{positive:Array.from(r,tr),negative:Array.from(n,tr),calibration:o}}function ir(e){let t=e.slice(0,50);return t[49]+=e[50],t}function ar(e,t,n){let r=e+t;return r===0?{weight:r,meanScore:null,positiveShare:null}:{weight:tr(r),meanScore:tr(n/r),positiveShare:tr(e/r)}}function or(e){return e.reduce((e,t)=>e+t,0)}function sr(){let e=nr(),[t,n,r]=[0,0,0],i=null;return{add({rows:i,labels:a,weights:o},s){for(let e=0;e<i;e++){let i=o===void 0?1:o[e];t+=i,n+=a[e]*i,r+=i===0?0:s[e]-s[e]}e.add({scores:s,positives:a,weights:o})},rank(e){let r=t-n;i??=Qn({positive:.5/n,negative:.5/r}),i.add(e)},finish(){let a=t-n,o=r===0&&cr(n)&&cr(a)&&i!==null?lr(i.points(),{positive:n,negative:a}):null;return{...Zn,thresholds:o,scores:e.bins()}}}}function cr(e){return e>0&&e<1/0}function lr(e,t){let n=e.slice(0,-1).map(({value:e,positive:n,negative:r})=>{let i=[t.negative-r,t.positive-n];return[tr(e),ur(i[0],t.negative),ur(i[1],t.positive)]});return{positive:tr(t.positive),negative:tr(t.negative),points:n.toReversed()}}function ur(e,t){return tr(Math.min(1,Math.max(0,e/t)))}function dr(e,t,n){let r=0;for(let i=1;i<n;i++)e[t+i]>e[t+r]&&(r=i);return r}function fr(){let e=nr(),[t,n]=[0,0],r=/* @__PURE__ */ new Float64Array;return{add({rows:i,labels:a,weights:o,width:s},c){t===0&&(r=new Float64Array(s<=50?s*s:0)),t=s;let[l,u]=[new Float64Array(i),new Uint8Array(i)];for(let e=0;e<i;e++){let t=o===void 0?1:o[e],i=dr(c,e*s,s),d=c[e*s+i];n+=t===0?0:d-d+(t<0?NaN:0),l[e]=d,u[e]=+(i===a[e]),r.length>0&&(r[a[e]*s+i]+=t)}e.add({scores:l,positives:u,weights:o})},rank(){},finish:()=>({...Zn,scores:e.bins(),confusion:n===0&&r.length>0?pr(r,t):null})}}function pr(e,t){return Array.from({length:t},(n,r)=>Array.from(e.subarray(r*t,(r+1)*t),tr))}function mr(){let[e,t,n]=[/* @__PURE__ */ new Float64Array(20),/* @__PURE__ */ new Float64Array(20),/* @__PURE__ */ new Float64Array(20)],r=null;return{add({labels:i,predictions:a,weights:o}){r??=hr(a);for(let s=0;s<i.length;s++){let c=o===void 0?1:o[s],l=gr(a[s],r);e[l]+=c,t[l]+=c*a[s],n[l]+=c*i[s]}},groups(){let r=[...e.keys()].filter(t=>e[t]!==0).map(r=>({weight:tr(e[r]),meanPrediction:tr(t[r]/e[r]),meanLabel:tr(n[r]/e[r])}));return r.every(e=>Object.values(e).every(Number.isFinite))?r:[]}}}function hr(e){let t=e.toSorted();return Float64Array.from({length:19},(e,n)=>t[Math.floor((n+1)*t.length/20)])}function gr(e,t){let[n,r]=[0,t.length];for(;n<r;){let i=n+r>>1;e<t[i]?r=i:n=i+1}return n}function _r(){let e=mr(),[t,n]=[0,0],r=null;return{add({rows:r,labels:i,weights:a},o){e.add({labels:i,predictions:o,weights:a});for(let e=0;e<r;e++){let r=a===void 0?1:a[e],s=o[e]-i[e];t+=r,n+=r===0?0:s-s}},rank(e){r??=Qn({positive:1/t,negative:1/t}),r.add(e)},finish(){if(!(n===0&&t>0&&t<1/0))return Zn;let i=r===null?null:r.points().map(e=>vr(e,t));return{...Zn,errors:i,predictions:e.groups()}}}}function vr({value:e,positive:t,negative:n},r){return[tr(e),tr(Math.min(1,n/r)),tr(Math.min(1,t/r))]}function yr(e){let t={binary:sr,multiclass:fr,regression:_r}[e],n=t(),r=null;return{add(e){n.add(e,e.challenger),e.champion!==null&&(r??=t(),r.add(e,e.champion))},rank(e,t){(e===`challenger`?n:r)?.rank(t)},finish:()=>({challenger:n.finish(),champion:r?.finish()??null})}}function br(e){return(1-e)/2}const xr={difference:null,lower:null,upper:null,pValue:null},Sr={difference:0,lower:0,upper:0,pValue:1};function Cr(e,t){let n=e.toSorted(),r=Math.max(1,Math.floor(t*(n.length+1)+1e-9)),[i,a]=[n[r-1],n[n.length-r]];return n.length>0&&Number.isFinite(n[0]+n.at(-1))?{lower:i,upper:a}:null}function wr(e,{champion:t,challenger:n},{confidence:r,alternative:i=`two-sided`}){if(e===null)return xr;let a=n.map((e,n)=>e-t[n]),o=Cr(a,br(r));if(o===null)return{...xr,difference:e};if(e===0&&a.every(e=>e===0))return Sr;let s=Tr(a,e=>e>=0),c=Tr(a,e=>e<=0),l={less:s,greater:c,"two-sided":Math.min(1,2*Math.min(s,c))}[i];return{difference:e,...o,pValue:l}}function Tr(e,t){return(e.filter(t).length+1)/(e.length+1)}const Er=.9;function Dr(e){return O(e)?`greater`:`less`}function Or(e,t,n){return{...n,test:t,lossPValue:kr(n,Dr(e))}}function kr({difference:e,pValue:t},n){return e===null||t===null?null:(n===`less`?e<0:e>0)?t/2:1-t/2}function Ar(e){return{rows:0,sums:new Float64Array(2*e)}}function jr(e,t,n){let r=e.sums.slice(),i=new Float64Array(r.length/2);for(let e=0;e<t;e+=X)n(i.fill(0),e,Math.min(e+X,t)),Mr(r,i);return{rows:e.rows+t,sums:r}}function Mr(e,t){for(let n=0;n<t.length;n++){let r=e[n],i=t[n],a=r+i;e[n]=a,e[t.length+n]+=Math.abs(r)>=Math.abs(i)?r-a+i:i-a+r}}function Nr({sums:e}){let t=e.length/2;return e.slice(0,t).map((n,r)=>Number.isFinite(n)?n+e[t+r]:n)}function Z(e){return Number.isFinite(e)?e:null}function Pr(e,t){return t===0?0:e/t}const Q={poison:0,outside:1,logLoss:2,brier:3,trueNegative:4,falseNegative:5,falsePositive:6,truePositive:7,gaps:8},Fr=Q.gaps+10+1,Ir=2**-52,Lr=1-2**-52,Rr=Ar(Fr);function zr(e,t,n){let{weights:r}=t;return jr(e,t.scores.length,(e,i,a)=>{r===void 0?Br(e,t,{start:i,end:a,threshold:n}):Vr(e,{...t,weights:r},{start:i,end:a,threshold:n})})}function Br(e,{labels:t,scores:n},{start:r,end:i,threshold:a}){let[o,s,c,l]=[0,0,0,0],[u,d,f]=[0,0,0];for(let p=r;p<i;p+=16){let r=Math.min(p+16,i),m=1;for(let i=p;i<r;i++){let r=t[i],c=n[i],p=c-r,h=1-r+(2*r-1)*c;m*=Math.min(Math.max(h,Ir),Lr),l+=p*p,o+=c-c;let g=+(c>=a);u+=r,d+=g,f+=g&r,c>=0&&c<=1?e[Q.gaps+(10*c|0)]+=p:s++}c-=Math.log(m)}e.set([o,s,c,l]),e.set([i-r-u-d+f,u-f,d-f,f],Q.trueNegative)}function Vr(e,{labels:t,scores:n,weights:r},i){for(let a=i.start;a<i.end;a++){let o=t[a],s=n[a],c=r[a],l=s-o,u=1-o+(2*o-1)*s;e[Q.poison]+=c<0?NaN:s-s+(c-c),c!==0&&(e[Q.logLoss]-=c*Math.log(Math.min(Math.max(u,Ir),Lr)),e[Q.brier]+=c*l*l,e[Q.trueNegative+o+(s>=i.threshold?2:0)]+=c,s>=0&&s<=1?e[Q.gaps+(10*s|0)]+=c*l:e[Q.outside]++)}}const Hr={logLoss:null,brier:null,ece:null,accuracy:null,balancedAccuracy:null,precision:null,recall:null,f1:null,mcc:null};function Ur(e){let t=Nr(e),n=Kr(t),r=qr(n);if(t[Q.poison]!==0||!(r>0))return Hr;let i=t[Q.outside]===0;return{logLoss:i?Z(t[Q.logLoss]/r):null,brier:i?Z(t[Q.brier]/r):null,ece:i?Z(Jr(t)/r):null,...Wr(n)}}function Wr(e){let{trueNegative:t,falseNegative:n,falsePositive:r,truePositive:i}=e,a=i+n,o=t+r;return{accuracy:Z((i+t)/qr(e)),balancedAccuracy:Z((i/a+t/o)/2),precision:Pr(i,i+r),recall:Pr(i,a),f1:Pr(2*i,2*i+r+n),mcc:Gr(e)}}function Gr({trueNegative:e,falseNegative:t,falsePositive:n,truePositive:r}){let i=r*e-n*t,a=(r+t)*(e+n),o=(r+n)*(e+t);return Pr(i,Math.sqrt(a)*Math.sqrt(o))}function Kr(e){return{trueNegative:e[Q.trueNegative],falseNegative:e[Q.falseNegative],falsePositive:e[Q.falsePositive],truePositive:e[Q.truePositive]}}function qr({trueNegative:e,falseNegative:t,falsePositive:n,truePositive:r}){return e+t+n+r}function Jr(e){let t=0;for(let n=0;n<10;n++){let r=n===9?e[Q.gaps+10]:0;t+=Math.abs(e[Q.gaps+n]+r)}return t}const Yr=2147483648,Xr=4294967295;function Zr(e,t=Qr(e.length)){if(e.length<=512)return ei(e);let[n,r]=[$r(t.from,e.length),$r(t.to,e.length)],i=ti(n.keys,e),a=Math.ceil(i/13),o=Math.ceil(i/a);n.values.set(e);for(let t=0;t<e.length;t++)n.rows[t]=t;for(let e=0;e<a;e++)oi(n,r,{shift:e*o,mask:2**o-1}),[n,r]=[r,n];return ci(n),{values:n.values,rows:n.rows}}function Qr(e){let t=()=>({keys:new Uint32Array(e),values:new Float64Array(e),rows:new Uint32Array(e)});return{from:t(),to:t()}}function $r({keys:e,values:t,rows:n},r){return{keys:e.subarray(0,r),values:t.subarray(0,r),rows:n.subarray(0,r)}}function ei(e){let t=Uint32Array.from(e.keys()).sort((t,n)=>{let[r,i]=[e[t],e[n]];return r<i?-1:r>i?1:Number(Number.isNaN(r))-Number(Number.isNaN(i))||t-n});return{values:Float64Array.from(t,t=>e[t]),rows:t}}function ti(e,t){let n=ri(t),[r,i]=[4294967295,0];for(let t=0;t<e.length;t++){let a=ii(n[2*t+1],n[2*t]);e[t]=a,a<r&&(r=a),a>i&&(i=a)}(r<=1048575||i>=4293918720)&&ni(e,t)&&(i=Xr);let a=32-Math.clz32(i-r),o=Math.min(32,13*Math.ceil(a/13))-a;for(let t=0;t<e.length;t++){let i=e[t]===Xr?0:ai(n[2*t+1],n[2*t]);e[t]=e[t]-r<<o|i>>>31-o>>>1}return a+o}function ni(e,t){if(!t.some(Number.isNaN))return!1;for(let n=0;n<e.length;n++)Number.isNaN(t[n])&&(e[n]=Xr);return!0}function ri({buffer:e,byteOffset:t,length:n}){return new Uint32Array(e,t,2*n)}function ii(e,t){return e<Yr?(e|Yr)>>>0:e===Yr&&t===0?Yr:~e>>>0}function ai(e,t){return e<Yr||e===Yr&&t===0?t:~t>>>0}function oi(e,t,{shift:n,mask:r}){let{keys:i,values:a,rows:o}=e,{keys:s,values:c,rows:l}=t,u=new Uint32Array(r+1);for(let e=0;e<i.length;e++)u[i[e]>>>n&r]++;si(u);for(let e=0;e<i.length;e++){let t=i[e],d=u[t>>>n&r]++;s[d]=t,c[d]=a[e],l[d]=o[e]}}function si(e){let t=0;for(let n=0;n<e.length;n++){let r=e[n];e[n]=t,t+=r}}function ci({values:e,rows:t}){let n=ri(e);for(let r=1;r<e.length;r++){if(!(e[r]<e[r-1]))continue;let i=li(n,r),[a,o]=[r-1,r+1];for(;a>0&&li(n,a-1)===i;)a--;for(;o<e.length&&li(n,o)===i;)o++;o-a<=32?ui(e,t,{start:a,end:o}):di({values:e.subarray(a,o),rows:t.subarray(a,o)}),r=o-1}}function li(e,t){return ii(e[2*t+1],e[2*t])}function ui(e,t,{start:n,end:r}){for(let i=n+1;i<r;i++){let r=e[i],a=t[i],o=i;for(;o>n&&e[o-1]>r;o--)e[o]=e[o-1],t[o]=t[o-1];e[o]=r,t[o]=a}}function di({values:e,rows:t}){let[n,r]=[e.slice(),t.slice()],i=ri(e),{rows:a}=Zr(e.map((e,t)=>ai(i[2*t+1],i[2*t])));for(let i=0;i<a.length;i++)e[i]=n[a[i]],t[i]=r[a[i]]}function fi({scores:e,labels:t,weights:n},r=0,i){let{values:a,rows:o}=Zr(e,i),s={scores:a,labels:new Uint8Array(o.length),weights:n===void 0?void 0:new Float64Array(o.length),rows:o};for(let e=0;e<o.length;e++)s.labels[e]=t[o[e]];if(s.weights!==void 0)for(let e=0;e<o.length;e++)s.weights[e]=n[o[e]];if(r!==0)for(let e=0;e<o.length;e++)o[e]+=r;return s}function pi(e){let{rows:t,...n}=mi(fi(e));return{...n,places:t,isTied:hi(n.scores)}}function mi(e){let{scores:t,labels:n,weights:r,rows:i}=e;if(r===void 0||!r.includes(0))return e;let a=(e,t)=>r[t]!==0;return{scores:t.filter(a),labels:n.filter(a),weights:r.filter(a),rows:i.filter(a)}}function hi(e){let t=new Uint8Array(e.length);for(let n=1;n<e.length;n++)e[n]===e[n-1]&&(t[n]=1);return t}function gi(e){return _i(pi(e))}function _i({labels:e,weights:t,places:n,isTied:r}){let[i,a]=[new Float64Array(e.length),new Float64Array(e.length)];for(let n=0;n<e.length;n++){let r=e[n]===1?i:a;r[n]=t===void 0?1:t[n]}return{places:n,isTied:r,positive:i,negative:a}}function vi(e,{positive:t,negative:n},r){let{places:i,isTied:a,positive:o,negative:s}=e,c=0,l=0,u=0,d=0,f=0,p=0;for(let e=0;e<i.length;e++){if(a[e]===0){let e=t-c,r=e+(n-l);f+=u*e/(r>0?r:1),c+=u,l+=d,p=Math.max(p,Math.abs(c*n-l*t)),u=0,d=0}let m=r[i[e]];u+=m*o[e],d+=m*s[e]}let m=u+d;return f+=u*u/(m>0?m:1),{averagePrecision:f/t,ks:p/(t*n)}}function yi({scores:e,labels:t,weights:n}){return e.map((e,r)=>(n===void 0?1:n[r])*(e-t[r]))}function bi({places:e,gaps:t},n,r){let i=0,a=xi(0,n)|0,o=0,s=0;for(let c=0;c<e.length;c++){let l=r[e[c]];for(;l>a&&i<9;)l-=a,s+=Math.abs(o+a*t[c]),o=0,a=xi(++i,n)|0;a-=l,o+=l*t[c]}return s+Math.abs(o)}function xi(e,t){return Math.floor(t/10)+ +(e<t%10)|0}function Si(e,t){let n=new Float64Array(t),r=e.map(e=>Ci(e,t));return e=>{for(let t of r)wi(t,e,n);return n}}function Ci({slots:e,values:t},n){let r=new Uint32Array(n);for(let t=0;t<e.length;t++)r[e[t]]++;let i=Uint32Array.from(r.keys()).filter(e=>r[e]!==0);for(let e=1;e<n;e++)r[e]+=r[e-1];let a=Uint32Array.from(r,(e,t)=>t===0?0:r[t-1]),o=new Uint32Array(e.length);for(let t=0;t<e.length;t++)o[a[e[t]]++]=t;return{slots:i,ends:Uint32Array.from(i,e=>r[e]),rows:o,values:Float64Array.from(o,e=>t[e])}}function wi({slots:e,ends:t,rows:n,values:r},i,a){let o=0;for(let s=0;s<e.length;s++){let c=0;for(let e=t[s];o<e;o++)c+=i[n[o]]*r[o];a[e[s]]=c}}const Ti=[1580030169,3160060337,3950075422,4213413783,4279248374,4292415292,4294609778,4294923276,4294962463,4294966817,4294967253,4294967292],Ei=1023,Di=2**22,Oi=Uint8Array.from({length:1024},(e,t)=>{let n=Mi(t*Di);return n===Mi((t+1)*Di-1)?n:128});function ki(e,{seed:t,group:n},r){let i={seed:t,stream:1886349683},a=/* @__PURE__ */ new Int32Array(2),o=e.length;for(let s=0;s<o;s++)Ze(i,{low:e[s],high:n},a),(Ai(a[0],r,s,o)|Ai(a[1],r,s+3*o,o))>=128&&ji(r.subarray(s),a,{row:e[s],step:o,seed:t,group:n})}function Ai(e,t,n,r){let i=Oi[e&Ei],a=Oi[e>>>10&Ei],o=Oi[e>>>20&Ei];return t[n]=i,t[n+r]=a,t[n+2*r]=o,i|a|o}function ji(e,t,{row:n,step:r,seed:i,group:a}){let o=/* @__PURE__ */ new Int32Array(2);for(let s=0;s<6;s++){if(e[s*r]!==128)continue;let c=t[s<3?0:1]>>>s%3*10&Ei;Ze({seed:i,stream:1919251316},{low:n,high:6*a+s},o),e[s*r]=Mi(c*Di+(o[0]>>>10))}}function Mi(e){let t=0;for(;t<Ti.length&&e>=Ti[t];)t++;return t}function Ni(e,{replicates:t,seed:n},r){let i=new Uint8Array(6*e.length),a=Array.from({length:6},(t,n)=>i.subarray(n*e.length,(n+1)*e.length));for(let o=0;o<t;o++)o%6==0&&ki(e,{seed:n,group:o/6},i),r(a[o%6],o)}function Pi(e,t,n){let r=[];return Ni(e,t,e=>r.push(n(e))),{champion:Fi(r.map(({champion:e})=>e)),challenger:Fi(r.map(({challenger:e})=>e))}}function Fi(e){let t=Object.keys(e[0]??{}),n=t=>Float64Array.from(e,e=>e[t]??NaN);return Object.fromEntries(t.map(e=>[e,n(e)]))}function Ii(e){return e>=0&&e<=1?10*e|0:0}function Li(e){let t=0;for(let n=0;n<10;n++)t+=Math.abs(e[n]+(n===9?e[10]:0));return t}const Ri={cells:0,gaps:{champion:8,challenger:19},rows:30,size:31};function zi(e,t,n){let r=Si(Bi(e,t),Ri.size),i={champion:Vi(e,`champion`),challenger:Vi(e,`challenger`)};return Pi(e.rows,n,e=>{let t=r(e),n=n=>({...Hi(t,n),...Ui(i[n],{sums:t,counts:e})});return{champion:n(`champion`),challenger:n(`challenger`)}})}function Bi(e,t){let{labels:n,weights:r,champion:i,challenger:a}=e,o=e=>r===void 0?1:r[e],s=(e,t)=>({slots:Uint32Array.from(n,(t,n)=>e(n)),values:Float64Array.from(n,(e,n)=>t(n))}),c=t=>s(n=>Ri.gaps[t]+Ii(e[t][n]),r=>o(r)*(e[t][r]-n[r])),l=e=>4*n[e]+(i[e]>=t?2:0)+ +(a[e]>=t),u=s(()=>Ri.rows,e=>o(e)===0?0:1);return[s(e=>Ri.cells+l(e),o),c(`champion`),c(`challenger`),u]}function Vi({labels:e,weights:t,...n},r){let i=pi({labels:e,scores:n[r],weights:t});return{..._i(i),gaps:yi(i)}}function Hi(e,t){let n={champion:2,challenger:1}[t],r=[...e.subarray(Ri.cells,Ri.cells+8)],i=(e,t)=>r.reduce((r,i,a)=>a>>2===e&&(a&n)!==0===t?r+i:r,0),a=Wr({trueNegative:i(0,!1),falseNegative:i(1,!1),falsePositive:i(0,!0),truePositive:i(1,!0)}),o=e.subarray(Ri.gaps[t],Ri.gaps[t]+11);return{...a,ece:Li(o)/r.reduce((e,t)=>e+t,0)}}function Ui(e,{sums:t,counts:n}){let r=t[0]+t[1]+t[2]+t[3],i=t[4]+t[5]+t[6]+t[7],a=bi(e,t[Ri.rows],n);return{...vi(e,{positive:i,negative:r},n),eceEqualMass:a/(i+r)}}const $={poison:0,outside:1,weight:2,logLoss:3,top3:4,gaps:5,classes:16},Wi=2**-52,Gi=1-2**-52;function Ki(e){return Ar($.classes+3*e)}function qi(e,t){return jr(e,t.labels.length,(e,n,r)=>{for(let i=n;i<r;i++)Ji(e,t,i)})}function Ji(e,{labels:t,scores:n,classes:r,weights:i},a){let o=a*r,s=t[a],c=i===void 0?1:i[a],l=!1;for(let t=o;t<o+r;t++){let r=n[t];e[$.poison]+=r-r,(r<0||r>1)&&(l=!0)}if(e[$.poison]+=c<0?NaN:c-c,c===0)return;l&&e[$.outside]++;let u=dr(n,o,r),d=+(u===s),f=n[o+s],p=n[o+u];e[$.weight]+=c,e[$.logLoss]-=c*Math.log(Math.min(Math.max(f,Wi),Gi)),Yi(n,{start:o,label:s,classes:r})&&(e[$.top3]+=c),p>=0&&p<=1&&(e[$.gaps+(10*p|0)]+=c*(p-d)),e[$.classes+s]+=c,e[$.classes+r+u]+=c,e[$.classes+2*r+s]+=c*d}function Yi(e,{start:t,label:n,classes:r}){let i=e[t+n],a=0;for(let o=0;o<r;o++){let r=e[t+o];(r>i||r===i&&o>n)&&a++}return a<3}const Xi={accuracy:null,balancedAccuracy:null,macroF1:null,weightedF1:null,logLoss:null,top3Accuracy:null,kappa:null,ece:null};function Zi(e){let t=Nr(e),n=t[$.weight];if(t[$.poison]!==0||!(n>0))return Xi;let r=t[$.outside]===0,i=(t.length-$.classes)/3,a=e=>t.subarray($.classes+e*i,$.classes+(e+1)*i);return{...Qi({actual:a(0),predicted:a(1),right:a(2)}),logLoss:r?Z(t[$.logLoss]/n):null,top3Accuracy:t[$.top3]/n,ece:r?Z($i(t)/n):null}}function Qi({actual:e,predicted:t,right:n}){let r=[...e.keys()],i=ea(e),a=ea(n),o=r.filter(t=>e[t]>0),s=r.filter(n=>e[n]+t[n]>0),c=r=>Pr(2*n[r],e[r]+t[r]),l=r.reduce((n,r)=>n+e[r]*t[r]/i,0);return{accuracy:Z(a/i),balancedAccuracy:o.length<2?null:Z(ta(o.map(t=>n[t]/e[t]))),macroF1:Z(ta(s.map(c))),weightedF1:Z(r.reduce((t,n)=>t+e[n]*c(n),0)/i),kappa:s.length<2?null:Z(1-(i-a)/(i-l))}}function $i(e){let t=0;for(let n=0;n<10;n++){let r=n===9?e[$.gaps+10]:0;t+=Math.abs(e[$.gaps+n]+r)}return t}function ea(e){return e.reduce((e,t)=>e+t,0)}function ta(e){return e.reduce((e,t)=>e+t,0)/e.length}const na={tiedScore:0,tiedPositive:1,tiedNegative:2,positive:3,positiveRest:4,negative:5,negativeRest:6,area:7,precisions:8,farthest:9,size:10},ra={scores:Float64Array.of(NaN),labels:/* @__PURE__ */ new Uint8Array(1),rows:/* @__PURE__ */ new Uint32Array(1)};function ia(e){let t=new Float64Array(na.size);return t[na.tiedScore]=NaN,{add:n=>aa(t,n,e),metrics(){let n=t.slice();aa(n,ra,e);let[r,i,a]=n.subarray(na.area),o=e.positive*e.negative;return{auc:Z(r/o),averagePrecision:Z(i/e.positive),ks:Z(a/o)}}}}function aa(e,{scores:t,labels:n,weights:r},i){let{positive:a,negative:o}=i,s=e[na.tiedScore],c=e[na.tiedPositive],l=e[na.tiedNegative],u=e[na.positive],d=e[na.positiveRest],f=e[na.negative],p=e[na.negativeRest],m=e[na.area],h=e[na.precisions],g=e[na.farthest];for(let e=0;e<t.length;e++){let i=r===void 0?1:r[e];if(i!==0){if(t[e]!==s){m+=c*(f+p+l/2);let n=a-u-d,r=n+(o-f-p);h+=c*n/(r===0?1:r);let i=u+c;d+=c-(i-u),u=i;let _=f+l;p+=l-(_-f),f=_;let v=Math.abs(u*o-f*a);v>g&&(g=v),s=t[e],c=0,l=0}c+=n[e]*i,l+=(1-n[e])*i}}e.set([s,c,l,u,d,f,p]),e.set([m,h,g],na.area)}function oa(e){let t=0,n=sa(0,e),r=0,i=0;function a({scores:e,labels:i,weights:a}){for(let s=0;s<e.length;){for(;!(n>0)&&t<9;)o();let c=t<9?n:1/0,[l,u,d]=[r,0,s];for(;d<e.length&&u<c;d++){let t=a===void 0?1:a[d];l+=t===0?0:t*(e[d]-i[d]),t!==0&&u++}r=l,n-=u,s=d}}function o(){i+=Math.abs(r),r=0,n=sa(++t,e)}return{add:a,gap:()=>i+Math.abs(r)}}function sa(e,t){return Math.floor(t/10)+ +(e<t%10)}const ca={auc:null,averagePrecision:null,ks:null,eceEqualMass:null};function la(e){let t=oa(e.rows),n=ia(e),r=!0,i=!0;return{add:e=>{let{poison:a,outside:o}=ua(e);a!==0&&(r=!1),o>0&&(i=!1),n.add(e),t.add(e)},metrics:()=>{if(!r||!(e.rows>0))return ca;let a=e.positive+e.negative;return{...n.metrics(),eceEqualMass:i?Z(t.gap()/a):null}}}}function ua({scores:e,weights:t}){let[n,r]=[0,0],i=(e,t)=>{t!==0&&(n+=e-e+(t<0?NaN:t-t),(e<0||e>1)&&r++)};if(t!==void 0)for(let n=0;n<e.length;n++)i(e[n],t[n]);else for(let t of[e[0]??0,e.at(-1)??0])i(t,1);return{poison:n,outside:r}}function da(e,t){let n=la(fa(e));return n.add(fi(e)),{...Ur(zr(Rr,e,t)),...n.metrics()}}function fa({labels:e,weights:t}){let[n,r,i]=[0,0,0];for(let a=0;a<e.length;a++){let o=t===void 0?1:t[a];e[a]===1?n+=o:r+=o,o!==0&&i++}return{positive:n,negative:r,rows:i}}function pa(e){let t=Array.from({length:e.classes},(t,n)=>ga(ma(e,n)));return{...Zi(qi(Ki(e.classes),e)),aucMacro:ha(t)}}function ma({labels:e,scores:t,classes:n,weights:r},i){return{labels:Uint8Array.from(e,e=>+(e===i)),scores:Float64Array.from(e,(e,r)=>t[r*n+i]),weights:r}}function ha(e){let t=0;for(let n of e){if(n===null)return null;t+=n}return e.length===0?null:t/e.length}function ga(e){let t=la(fa(e));return t.add(fi(e)),t.metrics().auc}function _a(e,t){let{places:n,isTied:r,positive:i,negative:a}=e,o=0,s=0,c=0,l=0,u=0;for(let e=0;e<n.length;e++){r[e]===0&&(o+=l*(c+u/2),s+=l,c+=u,l=0,u=0);let d=t[n[e]];l+=d*i[e],u+=d*a[e]}return o+=l*(c+u/2),o/((s+l)*(c+u))}function va(e,t,n){let r=Si(xa(e,t),t+2*ya(t)),i={champion:Ca(e,t,`champion`),challenger:Ca(e,t,`challenger`)};return Pi(e.rows,n,e=>{let n=r(e),a=r=>({...wa(n,t,r),aucMacro:i[r].reduce((t,n)=>t+_a(n,e),0)/t});return{champion:a(`champion`),challenger:a(`challenger`)}})}function ya(e){return 2*e+1+11}function ba(e,t){return t+(e===`champion`?0:ya(t))}function xa(e,t){let{labels:n,weights:r}=e,i=r??new Float64Array(n.length).fill(1),a=r=>Sa({labels:n,weights:i,scores:e[r],classes:t},ba(r,t));return[{slots:n,values:i},...a(`champion`),...a(`challenger`)]}function Sa({labels:e,weights:t,scores:n,classes:r},i){let a=e.map((e,t)=>dr(n,t*r,r)),o=e=>n[e*r+a[e]],s=t=>+(a[t]===e[t]),c=t=>Yi(n,{start:t*r,label:e[t],classes:r}),l=(n,r)=>({slots:e.map((e,t)=>i+n(t)),values:t.map((e,t)=>r(t))});return[{slots:a.map(e=>i+e),values:t},l(t=>r+e[t],e=>t[e]*s(e)),l(()=>2*r,e=>c(e)?t[e]:0),l(e=>2*r+1+Ii(o(e)),e=>t[e]*(o(e)-s(e)))]}function Ca(e,t,n){let r={labels:e.labels,scores:e[n],classes:t,weights:e.weights};return Array.from({length:t},(e,t)=>gi(ma(r,t)))}function wa(e,t,n){let r=ba(n,t),i=e.subarray(0,t),a=i.reduce((e,t)=>e+t,0),o=e.subarray(r+2*t+1,r+ya(t));return{...Qi({actual:i,predicted:e.subarray(r,r+t),right:e.subarray(r+t,r+2*t)}),top3Accuracy:e[r+2*t]/a,ece:Li(o)/a}}function Ta({scores:e,weights:t,places:n},r,i){let a=r/2,o=0,s=NaN;for(let r=0;r<n.length;r++){let c=t===void 0?i[n[r]]:i[n[r]]*t[r];if(c!==0){if(!Number.isNaN(s))return s+(e[r]-s)/2;if(o+=c,o>=a&&(s=e[r],o-a>2**-52))return s}}return s}const Ea={weight:0,label:1,square:2,champion:3,challenger:4,size:5};function Da(e,t){let n=Si(Oa(e),Ea.size),r={champion:ka(e,`champion`),challenger:ka(e,`challenger`)};return Pi(e.rows,t,e=>{let t=n(e),i=n=>({...Aa(t,n),medianAbsoluteError:Ta(r[n],t[Ea.weight],e)});return{champion:i(`champion`),challenger:i(`challenger`)}})}function Oa({labels:e,champion:t,challenger:n,weights:r}){let i=e[0]??NaN,a=(t,n)=>({slots:new Uint32Array(e.length).fill(t),values:Float64Array.from(e,(e,t)=>(r===void 0?1:r[t])*n(t))});return[a(Ea.weight,()=>1),a(Ea.label,t=>e[t]-i),a(Ea.square,t=>(e[t]-i)**2),a(Ea.champion,n=>(t[n]-e[n])**2),a(Ea.challenger,t=>(n[t]-e[t])**2)]}function ka({labels:e,weights:t,...n},r){return pi({scores:n[r].map((t,n)=>Math.abs(t-e[n])),labels:new Uint8Array(e.length),weights:t})}function Aa(e,t){let n=e[Ea.weight],r=e[Ea[t]],i=e[Ea.square]-e[Ea.label]**2/n,a=i>0?1-r/i:Number(r===0);return{rmse:Math.sqrt(r/n),r2:Number.isFinite(i)?a:null}}const ja={rows:0,weight:0,mean:0,rest:0,squares:0};function Ma(e,{values:t,weights:n}){let r=e;for(let e=0;e<t.length;e+=X){let i=Math.min(e+X,t.length),a=n===void 0?Ia(t,e,i):La(t,n,e,i);r=Pa(r,a)}return r}function Na({rows:e,weight:t,mean:n,squares:r}){return Number.isFinite(t+n+r)?t===0?null:{rows:e,weight:t,mean:n,squares:r}:{rows:e,weight:NaN,mean:NaN,squares:NaN}}function Pa(e,t){let n=e.rows+t.rows,r=e.squares+t.squares;if(e.weight===0)return{...t,rows:n,squares:r};if(t.weight===0)return{...e,rows:n,squares:r};let i=e.weight+t.weight,a=t.weight/i,o=t.mean-e.mean+(t.rest-e.rest),s=e.weight*a*o*o;return{rows:n,weight:i,...Fa(e.mean,e.rest+a*o),squares:r+s}}function Fa(e,t){let n=e+t;return{mean:n,rest:t-(n-e)}}function Ia(e,t,n){let r=n-t,i=e[t],a=0;for(let r=t;r<n;r++)a+=e[r]-i;let{mean:o,rest:s}=Fa(i,a/r),c=0;for(let r=t;r<n;r++)c+=(e[r]-o)**2;return{rows:r,weight:r,mean:o,rest:s,squares:c-r*s*s}}function La(e,t,n,r){let i=e[n],a=0,o=0,s=0;for(let c=n;c<r;c++){let n=t[c];a+=n,o+=n*(e[c]-i),n!==0&&s++}let{mean:c,rest:l}=a===0?ja:Fa(i,o/a),u=0;for(let i=n;i<r;i++)u+=t[i]*(e[i]-c)**2;return{rows:s,weight:a,mean:c,rest:l,squares:u-a*l*l}}const Ra={poison:0,weight:1,squares:2,absolute:3,relative:4},za=2**-52,Ba={errors:Ar(5),labels:ja};function Va({errors:e,labels:t},n){return{errors:jr(e,n.labels.length,(e,t,r)=>Wa(e,n,{start:t,end:r})),labels:Ma(t,{values:n.labels,weights:n.weights})}}function Ha({errors:e,labels:t}){let n=Nr(e),r=n[Ra.weight];return n[Ra.poison]!==0||!(r>0)?{rmse:null,mae:null,mape:null,r2:null}:{rmse:Z(Math.sqrt(n[Ra.squares]/r)),mae:Z(n[Ra.absolute]/r),mape:Z(n[Ra.relative]/r),r2:Ua(n[Ra.squares],t)}}function Ua(e,t){let n=Na(t);return n===null||n.rows<2?null:n.squares===0?+(e===0):Z(1-e/n.squares)}function Wa(e,{labels:t,predictions:n,weights:r},{start:i,end:a}){let[o,s,c,l,u]=[0,0,0,0,0];for(let e=i;e<a;e++){let i=t[e],a=n[e],d=r===void 0?1:r[e],f=a-i,p=Math.abs(f);o+=a-a+(i-i)+(d-d)+(d<0?NaN:0),s+=d,c+=d*f*f,l+=d*p,u+=p/Math.max(Math.abs(i),za)*d}e.set([o,s,c,l,u])}function Ga(e){let t=e/2,n=1e-12*e,r=0,i=null,a=null,o=!0;return{add:(e,s)=>{for(let c=0;c<e.length;c++){let l=e[c];l-l!==0&&(o=!1);let u=s===void 0?1:s[c];u!==0&&(i!==null&&a===null&&(a=l),r+=u,i!==null||r<t-n||(i=l,r>t+n&&(a=l)))}},median:()=>o&&i!==null?Z(i+((a??i)-i)/2):null}}function Ka(e){let t=Ha(Va(Ba,e));return{...t,medianAbsoluteError:t.mae===null?null:Ja(e)}}function qa({labels:e,predictions:t}){return t.map((t,n)=>Math.abs(t-e[n]))}function Ja(e){let t=Zr(qa(e)),{weights:n}=e,r=Ga(n===void 0?t.values.length:n.reduce((e,t)=>e+t,0));return r.add(t.values,n===void 0?void 0:Float64Array.from(t.rows,e=>n[e])),r.median()}function Ya(e,t,n){let r={replicates:n,seed:t.seed};switch(t.evaluation.task){case`binary`:return Xa(e,t.evaluation.threshold,r);case`multiclass`:return Za(e,r);case`regression`:return Qa(e,r)}}function Xa({rows:e,places:t},n,r){let i=new Uint8Array(e.labels),a=zi({...e,labels:i,rows:t},n,r);return{values:$a(t=>da({labels:i,scores:e[t],weights:e.weights},n)),replicates:a}}function Za({rows:e,places:t},n){let{weights:r,width:i}=e,a=new Uint32Array(e.labels),o=va({...e,labels:a,rows:t},i,n);return{values:$a(t=>pa({labels:a,scores:e[t],classes:i,weights:r})),replicates:o}}function Qa({rows:e,places:t},n){let{labels:r,weights:i}=e,a=Da({...e,rows:t},n);return{values:$a(t=>Ka({labels:r,predictions:e[t],weights:i})),replicates:a}}function $a(e){return{champion:e(`champion`),challenger:e(`challenger`)}}function eo({width:e,hasWeights:t,hasChampion:n}){let r=[1,...t?[1]:[],e,...n?[e]:[]];return r.map((e,t)=>({before:so(r.slice(0,t)),width:e}))}function to({width:e,hasWeights:t,hasChampion:n}){return 1+ +!!t+e*(n?2:1)}function no({width:e,weights:t,champion:n}){return{width:e,hasWeights:t!==void 0,hasChampion:n!==null}}function ro(e){let t=new Float64Array(e.rows*to(no(e)));return io(t,e),t}function io(e,{labels:t,weights:n,challenger:r,champion:i}){let a=0;for(let o of[t,n,r,i])o!=null&&(e.set(o,a),a+=o.length)}function ao(e,t){let n=e.length/to(t),[r,...i]=eo(t).map(({before:t,width:r})=>e.subarray(t*n,(t+r)*n)),a=t.hasWeights?i.shift():void 0,[o,s=null]=i;return{rows:n,labels:r,weights:a,challenger:o,champion:s,width:t.width}}function oo(e){let t=no(e[0]),n=so(e.map(e=>e.rows)),r=ao(new Float64Array(n*to(t)),t),i=0;for(let n of e)r.labels.set(n.labels,i),r.weights?.set(n.weights,i),r.challenger.set(n.challenger,i*t.width),r.champion?.set(n.champion,i*t.width),i+=n.rows;return r}function so(e){return e.reduce((e,t)=>e+t,0)}function co(){let e=/* @__PURE__ */ new Float64Array;return t=>(e.length<t&&(e=new Float64Array(t)),e.subarray(0,t))}function lo(e,t,n=co()){let r=uo(t),i=no(e),a=ao(n(r.length*to(i)),i);return fo(e.labels,r,a.labels),a.weights!==void 0&&fo(e.weights,r,a.weights),fo(e.challenger,r,a.challenger),a.champion!==null&&fo(e.champion,r,a.champion),a}function uo(e){let t=0;for(let n=0;n<e.length;n++)t+=e[n];let n=new Uint32Array(t),r=0;for(let i=0;i<e.length&&r<t;i++)e[i]===1&&(n[r++]=i);return n}function fo(e,t,n){let r=n.length/t.length;if(r===1)for(let r=0;r<t.length;r++)n[r]=e[t[r]];else for(let i=0;i<t.length;i++)n.set(e.subarray(t[i]*r,(t[i]+1)*r),i*r)}const po=16384,mo=2**22;function ho(e,t){let n=go(e.rows(),t),r=[],i=[],a=0;for(let t of e.parts()){let o=vo(a,{rows:t.rows,share:Math.min(n,_o(t))/e.rows()});for(let e=0;e<t.rows;e++)o[e]===1&&i.push(a+e);r.push(lo(t,o)),a+=t.rows}return r.length===0?null:{rows:oo(r),places:new Uint32Array(i)}}function go(e,t){if(e<=po||t===null)return po;let n=Math.min(...t.filter(e=>e>0))/e;return Math.min(po,Math.max(4096,Math.ceil(2048/n)))}function _o({width:e}){return Math.floor(mo/(1+2*e))}function vo(e,{rows:t,share:n}){let r=new Uint8Array(t);for(let i=0;i<t;i++)yo(e+i,n)&&(r[i]=1);return r}function yo(e,t){return t>=1||bo(e)<t*2**32}function bo(e){let t=Math.imul(e^e>>>16,569420461),n=Math.imul(t^t>>>15,1935289751);return(n^n>>>15)>>>0}function xo(e,t,n){let r=ho(t,e.classRows);if(r===null||r.rows.champion===null)return{};let{replicates:i,values:a}=Ya({...r,rows:r.rows},n,1e3),o=Math.sqrt(r.places.length/t.rows()),s=Object.keys(i.challenger).filter(t=>!(t in e.comparisons)).map(t=>[t,So(t,{quality:e,replicates:i,values:a,scale:o})]);return Object.fromEntries(s)}function So(e,{quality:t,replicates:n,values:r,scale:i}){let a=Co(t.challenger[e],t.champion?.[e]),o=Co(r.challenger[e],r.champion[e]),s=n.champion[e].map(e=>i*e),c=a===null||o===null?NaN:a-i*o,l=n.challenger[e].map(e=>i*e+c),u=e=>wr(a,{champion:s,challenger:l},{confidence:Er,alternative:e});return{...u(`two-sided`),test:`bootstrap`,lossPValue:u(Dr(e)).pValue}}function Co(e,t){return typeof e==`number`&&typeof t==`number`?e-t:null}
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
var wo=/* @__PURE__ */ n(((e,t)=>{var n=z(),r=R(),i=Te();function a(e,t,a){var o,s;return i(e)||i(t)||i(a)||a<0?NaN:a===0?e<t?0:1:(o=a*r(2),s=e-t,.5*n(-s/o))}t.exports=a})),To=/* @__PURE__ */ n(((e,t)=>{
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
var n=Te();function r(e,t){return n(e)||n(t)?NaN:e<t?0:1}t.exports=r})),Eo=/* @__PURE__ */ n(((e,t)=>{
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
var n=V(),r=Te();function i(e){return r(e)?n(NaN):t;function t(t){return r(t)?NaN:t<e?0:1}}t.exports=i})),Do=/* @__PURE__ */ n(((e,t)=>{
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
var n=je(),r=To();n(r,`factory`,Eo()),t.exports=r})),Oo=/* @__PURE__ */ n(((e,t)=>{
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
var n=V(),r=Do().factory,i=Te(),a=R(),o=z();function s(e,t){var s;return i(e)||i(t)||t<0?n(NaN):t===0?r(e):(s=t*a(2),c);function c(t){var n;return i(t)?NaN:(n=t-e,.5*o(-n/s))}}t.exports=s})),ko=/* @__PURE__ */ n(((e,t)=>{
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
var n=je(),r=wo();n(r,`factory`,Oo()),t.exports=r})),Ao=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0005087819496582806:(t=e<0?-e:e,t<=1?(n=-.0005087819496582806+e*(-.008368748197417368+e*(.03348066254097446+e*(-.012692614766297404+e*(-.03656379714117627+e*(.02198786811111689+e*(.008226878746769157+e*(-.005387729650712429+e*(0+e*0)))))))),r=1+e*(-.9700050433032906+e*(-1.5657455823417585+e*(1.5622155839842302+e*(.662328840472003+e*(-.7122890234154284+e*(-.05273963823400997+e*(.07952836873415717+e*(-.0023339375937419+e*.0008862163904564247))))))))):(e=1/e,n=0+e*(0+e*(-.005387729650712429+e*(.008226878746769157+e*(.02198786811111689+e*(-.03656379714117627+e*(-.012692614766297404+e*(.03348066254097446+e*(-.008368748197417368+e*-.0005087819496582806)))))))),r=.0008862163904564247+e*(-.0023339375937419+e*(.07952836873415717+e*(-.05273963823400997+e*(-.7122890234154284+e*(.662328840472003+e*(1.5622155839842302+e*(-1.5657455823417585+e*(-.9700050433032906+e*1))))))))),n/r)}t.exports=n})),jo=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.20243350835593876:(t=e<0?-e:e,t<=1?(n=-.20243350835593876+e*(.10526468069939171+e*(8.3705032834312+e*(17.644729840837403+e*(-18.851064805871424+e*(-44.6382324441787+e*(17.445385985570866+e*(21.12946554483405+e*-3.6719225470772936))))))),r=1+e*(6.242641248542475+e*(3.971343795334387+e*(-28.66081804998+e*(-20.14326346804852+e*(48.560921310873994+e*(10.826866735546016+e*(-22.643693341313973+e*1.7211476576120028)))))))):(e=1/e,n=-3.6719225470772936+e*(21.12946554483405+e*(17.445385985570866+e*(-44.6382324441787+e*(-18.851064805871424+e*(17.644729840837403+e*(8.3705032834312+e*(.10526468069939171+e*-.20243350835593876))))))),r=1.7211476576120028+e*(-22.643693341313973+e*(10.826866735546016+e*(48.560921310873994+e*(-20.14326346804852+e*(-28.66081804998+e*(3.971343795334387+e*(6.242641248542475+e*1)))))))),n/r)}t.exports=n})),Mo=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.1311027816799519:(t=e<0?-e:e,t<=1?(n=-.1311027816799519+e*(-.16379404719331705+e*(.11703015634199525+e*(.38707973897260434+e*(.3377855389120359+e*(.14286953440815717+e*(.029015791000532906+e*(.0021455899538880526+e*(-6.794655751811263e-7+e*(2.8522533178221704e-8+e*-681149956853777e-24))))))))),r=1+e*(3.4662540724256723+e*(5.381683457070069+e*(4.778465929458438+e*(2.5930192162362027+e*(.848854343457902+e*(.15226433829533179+e*(.011059242293464892+e*(0+e*(0+e*0)))))))))):(e=1/e,n=-681149956853777e-24+e*(2.8522533178221704e-8+e*(-6.794655751811263e-7+e*(.0021455899538880526+e*(.029015791000532906+e*(.14286953440815717+e*(.3377855389120359+e*(.38707973897260434+e*(.11703015634199525+e*(-.16379404719331705+e*-.1311027816799519))))))))),r=0+e*(0+e*(0+e*(.011059242293464892+e*(.15226433829533179+e*(.848854343457902+e*(2.5930192162362027+e*(4.778465929458438+e*(5.381683457070069+e*(3.4662540724256723+e*1)))))))))),n/r)}t.exports=n})),No=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0350353787183178:(t=e<0?-e:e,t<=1?(n=-.0350353787183178+e*(-.0022242652921344794+e*(.018557330651423107+e*(.009508047013259196+e*(.0018712349281955923+e*(.00015754461742496055+e*(460469890584318e-20+e*(-2304047769118826e-25+e*26633922742578204e-28))))))),r=1+e*(1.3653349817554064+e*(.7620591645536234+e*(.22009110576413124+e*(.03415891436709477+e*(.00263861676657016+e*(7646752923027944e-20+e*(0+e*0)))))))):(e=1/e,n=26633922742578204e-28+e*(-2304047769118826e-25+e*(460469890584318e-20+e*(.00015754461742496055+e*(.0018712349281955923+e*(.009508047013259196+e*(.018557330651423107+e*(-.0022242652921344794+e*-.0350353787183178))))))),r=0+e*(0+e*(7646752923027944e-20+e*(.00263861676657016+e*(.03415891436709477+e*(.22009110576413124+e*(.7620591645536234+e*(1.3653349817554064+e*1)))))))),n/r)}t.exports=n})),Po=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.016743100507663373:(t=e<0?-e:e,t<=1?(n=-.016743100507663373+e*(-.0011295143874558028+e*(.001056288621524929+e*(.00020938631748758808+e*(14962478375834237e-21+e*(4.4969678992770644e-7+e*(4.625961635228786e-9+e*(-2811287356288318e-29+e*9905570997331033e-32))))))),r=1+e*(.5914293448864175+e*(.1381518657490833+e*(.016074608709367652+e*(.0009640118070051656+e*(27533547476472603e-21+e*(2.82243172016108e-7+e*(0+e*0)))))))):(e=1/e,n=9905570997331033e-32+e*(-2811287356288318e-29+e*(4.625961635228786e-9+e*(4.4969678992770644e-7+e*(14962478375834237e-21+e*(.00020938631748758808+e*(.001056288621524929+e*(-.0011295143874558028+e*-.016743100507663373))))))),r=0+e*(0+e*(2.82243172016108e-7+e*(27533547476472603e-21+e*(.0009640118070051656+e*(.016074608709367652+e*(.1381518657490833+e*(.5914293448864175+e*1)))))))),n/r)}t.exports=n})),Fo=/* @__PURE__ */ n(((e,t)=>{
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
var n=Te(),r=R(),i=W(),a=Pe(),o=ke(),s=Ao(),c=jo(),l=Mo(),u=No(),d=Po(),f=.08913147449493408,p=2.249481201171875,m=.807220458984375,h=.9399557113647461,g=.9836282730102539;function _(e){var t,_,v,y,b,x;return n(e)?NaN:e===1?a:e===-1?o:e===0?e:e>1||e<-1?NaN:(e<0?(t=-1,_=-e):(t=1,_=e),y=1-_,_<=.5?(b=_*(_+10),x=s(_),t*(b*f+b*x)):y>=.25?(b=r(-2*i(y)),y-=.25,x=c(y),t*(b/(p+x))):(y=r(-i(y)),y<3?(v=y-1.125,x=l(v),t*(m*y+x*y)):y<6?(v=y-3,x=u(v),t*(h*y+x*y)):(v=y-6,x=d(v),t*(g*y+x*y))))}t.exports=_})),Io=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=Fo()})),Lo=/* @__PURE__ */ n(((e,t)=>{
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
var n=Io(),r=Te(),i=R();function a(e,t,a){var o,s;return r(t)||r(a)||r(e)||a<0||e<0||e>1?NaN:a===0?t:(o=t,s=a*i(2),o+s*n(2*e-1))}t.exports=a})),Ro=/* @__PURE__ */ n(((e,t)=>{
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
var n=Te();function r(e,t){return n(e)||e<0||e>1?NaN:t}t.exports=r})),zo=/* @__PURE__ */ n(((e,t)=>{
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
var n=V(),r=Te();function i(e){return r(e)?n(NaN):t;function t(t){return r(t)||t<0||t>1?NaN:e}}t.exports=i})),Bo=/* @__PURE__ */ n(((e,t)=>{
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
var n=je(),r=Ro();n(r,`factory`,zo()),t.exports=r})),Vo=/* @__PURE__ */ n(((e,t)=>{
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
var n=V(),r=Bo().factory,i=Io(),a=Te(),o=R();function s(e,t){var s,c;return a(e)||a(t)||t<0?n(NaN):(t===0&&r(e),s=e,c=t*o(2),l);function l(e){return a(e)||e<0||e>1?NaN:s+c*i(2*e-1)}}t.exports=s})),Ho=/* @__PURE__ */ n(((e,t)=>{
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
var n=je(),r=Lo();n(r,`factory`,Vo()),t.exports=r})),Uo=/* @__PURE__ */ t(ko(),1),Wo=/* @__PURE__ */ t(Ho(),1);const Go=Math.sqrt(2*Math.PI);function Ko(e){return(0,Uo.default)(e,0,1)}function qo(e){return e>.5?-qo(1-e):e>0?e>=1e-4?(0,Wo.default)(e,0,1):Yo(Math.log(e)):e===0?-1/0:NaN}function Jo(e,t){return t===`less`?Ko(e):t===`greater`?Ko(-e):Math.min(1,2*Ko(-Math.abs(e)))}function Yo(e){let t=-Math.sqrt(-2*e);for(let n=0;n<12;n++){let n=Ko(t);if(n===0)return t;let r=Math.exp(-t*t/2)/Go,i=(Math.log(n)-e)*n/r;if(t-=i,Math.abs(i)<=Math.abs(t)*2**-52)break}return t}function Xo({standardError:e,rows:t},n){let r=(qo(.95)+qo(.8))*e,i=Math.max(1,Math.ceil(t*(r/n)**2));return n>0&&e>=0&&Number.isFinite(i)?i:null}function Zo({champion:e,lower:t,upper:n},{maxLoss:r,maxLossRatio:i},a){if(e===null||t===null||n===null)return null;let o=[r,i===void 0?void 0:i*Math.abs(e)],s=Math.min(...o.filter(e=>e!==void 0)),c=(n-t)/2/-qo(br(Er));return Number.isFinite(s)?Xo({standardError:c,rows:a},s):null}function Qo({quality:e},t){return e?.metrics?.[t]??{}}function $o(e,t){let n=-qo(br(t)),r=t=>ts(e,t);return{lower:es(r,n),upper:es(r,-n)}}function es(e,t){let[n,r]=[-1,1];for(let i=0;i<60;i++){let i=(n+r)/2;e(i)>t?n=i:r=i}return(n+r)/2}function ts({rows:e,championOnly:t,challengerOnly:n},r){let i=2*e,a=-n-t+(2*e-n+t)*r,o=-t*r*(1-r),s=Math.sqrt(Math.max(0,a*a-4*i*o)),c=e*(2*(a<=0?(s-a)/(2*i):-2*o/(s+a))+r*(1-r)),l=n-t-e*r;return c>0?l/Math.sqrt(c):l*(1/0)}function ns(e,{confidence:t,alternative:n=`two-sided`}){let{rows:r,championOnly:i,challengerOnly:a}=e;if(r===0)return xr;let o=i+a;if(o===0)return Sr;let s={trials:o,probability:.5},c=Ve(a,s),l=Ve(i,s),u={less:c,greater:l,"two-sided":Math.min(1,2*Math.min(c,l))}[n];return{difference:(a-i)/r,...$o(e,t),pValue:u}}const rs={byWeight:ja,bySquare:null};function is({byWeight:e,bySquare:t},{values:n,weights:r}){let i=Ma(e,{values:n,weights:r});if(r===void 0)return{byWeight:i,bySquare:t};let a=r.map(e=>e*e);return{byWeight:i,bySquare:Ma(t??ja,{values:n,weights:a})}}function as({byWeight:e,bySquare:t}){let n=Na(e);if(n===null)return null;let{rows:r,weight:i,mean:a}=n,o=t===null?n:Na(t);if(o===null)return null;let s=o.mean-a;return{rows:r,mean:a,variance:(o.squares+o.weight*s*s)*(r/(r-1))/(i*i)}}function os({byWeight:{mean:e,squares:t}}){return e===0&&t===0}
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
var ss=/* @__PURE__ */ n(((e,t)=>{var n=Be(),r=Te(),i=U();function a(e,t){var a,o,s;return r(e)||r(t)||t<=0?NaN:e===0?.5:(a=i(e,2),t>2*a?(s=a/(t+a),o=n(s,.5,t/2,!0,!0)/2):(s=t/(t+a),o=n(s,t/2,.5,!0,!1)/2),e>0?1-o:o)}t.exports=a})),cs=/* @__PURE__ */ n(((e,t)=>{
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
var n=V(),r=Be(),i=Te(),a=U();function o(e){return i(e)||e<=0?n(NaN):t;function t(t){var n,o,s;return i(t)?NaN:t===0?.5:(n=a(t,2),e>2*n?(s=n/(e+n),o=r(s,.5,e/2,!0,!0)/2):(s=e/(e+n),o=r(s,e/2,.5,!0,!1)/2),t>0?1-o:o)}}t.exports=o})),ls=/* @__PURE__ */ n(((e,t)=>{
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
var n=je(),r=ss();n(r,`factory`,cs()),t.exports=r})),us=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0005087819496582806:(t=e<0?-e:e,t<=1?(n=-.0005087819496582806+e*(-.008368748197417368+e*(.03348066254097446+e*(-.012692614766297404+e*(-.03656379714117627+e*(.02198786811111689+e*(.008226878746769157+e*(-.005387729650712429+e*(0+e*0)))))))),r=1+e*(-.9700050433032906+e*(-1.5657455823417585+e*(1.5622155839842302+e*(.662328840472003+e*(-.7122890234154284+e*(-.05273963823400997+e*(.07952836873415717+e*(-.0023339375937419+e*.0008862163904564247))))))))):(e=1/e,n=0+e*(0+e*(-.005387729650712429+e*(.008226878746769157+e*(.02198786811111689+e*(-.03656379714117627+e*(-.012692614766297404+e*(.03348066254097446+e*(-.008368748197417368+e*-.0005087819496582806)))))))),r=.0008862163904564247+e*(-.0023339375937419+e*(.07952836873415717+e*(-.05273963823400997+e*(-.7122890234154284+e*(.662328840472003+e*(1.5622155839842302+e*(-1.5657455823417585+e*(-.9700050433032906+e*1))))))))),n/r)}t.exports=n})),ds=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.20243350835593876:(t=e<0?-e:e,t<=1?(n=-.20243350835593876+e*(.10526468069939171+e*(8.3705032834312+e*(17.644729840837403+e*(-18.851064805871424+e*(-44.6382324441787+e*(17.445385985570866+e*(21.12946554483405+e*-3.6719225470772936))))))),r=1+e*(6.242641248542475+e*(3.971343795334387+e*(-28.66081804998+e*(-20.14326346804852+e*(48.560921310873994+e*(10.826866735546016+e*(-22.643693341313973+e*1.7211476576120028)))))))):(e=1/e,n=-3.6719225470772936+e*(21.12946554483405+e*(17.445385985570866+e*(-44.6382324441787+e*(-18.851064805871424+e*(17.644729840837403+e*(8.3705032834312+e*(.10526468069939171+e*-.20243350835593876))))))),r=1.7211476576120028+e*(-22.643693341313973+e*(10.826866735546016+e*(48.560921310873994+e*(-20.14326346804852+e*(-28.66081804998+e*(3.971343795334387+e*(6.242641248542475+e*1)))))))),n/r)}t.exports=n})),fs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.1311027816799519:(t=e<0?-e:e,t<=1?(n=-.1311027816799519+e*(-.16379404719331705+e*(.11703015634199525+e*(.38707973897260434+e*(.3377855389120359+e*(.14286953440815717+e*(.029015791000532906+e*(.0021455899538880526+e*(-6.794655751811263e-7+e*(2.8522533178221704e-8+e*-681149956853777e-24))))))))),r=1+e*(3.4662540724256723+e*(5.381683457070069+e*(4.778465929458438+e*(2.5930192162362027+e*(.848854343457902+e*(.15226433829533179+e*(.011059242293464892+e*(0+e*(0+e*0)))))))))):(e=1/e,n=-681149956853777e-24+e*(2.8522533178221704e-8+e*(-6.794655751811263e-7+e*(.0021455899538880526+e*(.029015791000532906+e*(.14286953440815717+e*(.3377855389120359+e*(.38707973897260434+e*(.11703015634199525+e*(-.16379404719331705+e*-.1311027816799519))))))))),r=0+e*(0+e*(0+e*(.011059242293464892+e*(.15226433829533179+e*(.848854343457902+e*(2.5930192162362027+e*(4.778465929458438+e*(5.381683457070069+e*(3.4662540724256723+e*1)))))))))),n/r)}t.exports=n})),ps=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0350353787183178:(t=e<0?-e:e,t<=1?(n=-.0350353787183178+e*(-.0022242652921344794+e*(.018557330651423107+e*(.009508047013259196+e*(.0018712349281955923+e*(.00015754461742496055+e*(460469890584318e-20+e*(-2304047769118826e-25+e*26633922742578204e-28))))))),r=1+e*(1.3653349817554064+e*(.7620591645536234+e*(.22009110576413124+e*(.03415891436709477+e*(.00263861676657016+e*(7646752923027944e-20+e*(0+e*0)))))))):(e=1/e,n=26633922742578204e-28+e*(-2304047769118826e-25+e*(460469890584318e-20+e*(.00015754461742496055+e*(.0018712349281955923+e*(.009508047013259196+e*(.018557330651423107+e*(-.0022242652921344794+e*-.0350353787183178))))))),r=0+e*(0+e*(7646752923027944e-20+e*(.00263861676657016+e*(.03415891436709477+e*(.22009110576413124+e*(.7620591645536234+e*(1.3653349817554064+e*1)))))))),n/r)}t.exports=n})),ms=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.016743100507663373:(t=e<0?-e:e,t<=1?(n=-.016743100507663373+e*(-.0011295143874558028+e*(.001056288621524929+e*(.00020938631748758808+e*(14962478375834237e-21+e*(4.4969678992770644e-7+e*(4.625961635228786e-9+e*(-2811287356288318e-29+e*9905570997331033e-32))))))),r=1+e*(.5914293448864175+e*(.1381518657490833+e*(.016074608709367652+e*(.0009640118070051656+e*(27533547476472603e-21+e*(2.82243172016108e-7+e*(0+e*0)))))))):(e=1/e,n=9905570997331033e-32+e*(-2811287356288318e-29+e*(4.625961635228786e-9+e*(4.4969678992770644e-7+e*(14962478375834237e-21+e*(.00020938631748758808+e*(.001056288621524929+e*(-.0011295143874558028+e*-.016743100507663373))))))),r=0+e*(0+e*(2.82243172016108e-7+e*(27533547476472603e-21+e*(.0009640118070051656+e*(.016074608709367652+e*(.1381518657490833+e*(.5914293448864175+e*1)))))))),n/r)}t.exports=n})),hs=/* @__PURE__ */ n(((e,t)=>{
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
var n=Te(),r=R(),i=W(),a=Pe(),o=ke(),s=us(),c=ds(),l=fs(),u=ps(),d=ms(),f=.08913147449493408,p=2.249481201171875,m=.807220458984375,h=.9399557113647461,g=.9836282730102539;function _(e){var t,_,v,y,b;return n(e)?NaN:e===0?a:e===2?o:e===1?0:e>2||e<0?NaN:(e>1?(t=-1,v=2-e):(t=1,v=e),e=1-v,e<=.5?(y=e*(e+10),b=s(e),t*(y*f+y*b)):v>=.25?(y=r(-2*i(v)),v-=.25,b=c(v),t*(y/(p+b))):(v=r(-i(v)),v<3?(_=v-1.125,b=l(_),t*(m*v+b*v)):v<6?(_=v-3,b=u(_),t*(h*v+b*v)):(_=v-6,b=d(_),t*(g*v+b*v))))}t.exports=_})),gs=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=hs()})),_s=/* @__PURE__ */ n(((e,t)=>{
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
var n=Te(),r=ve(),i=R(),a=G(),o=6123233995736766e-32;function s(e){var t;return n(e)||e<-1||e>1?NaN:e>.5?2*r(i(.5-.5*e)):(t=a-r(e),t+=o,t+=a,t)}t.exports=s})),vs=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=_s()})),ys=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=1.4142135623730951})),bs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.16666666666666666:.16666666666666666+e*.16666666666666666}t.exports=n})),xs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.058333333333333334:.058333333333333334+e*(.06666666666666667+e*.008333333333333333)}t.exports=n})),Ss=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.0251984126984127:.0251984126984127+e*(.026785714285714284+e*(.0017857142857142857+e*.0001984126984126984))}t.exports=n})),Cs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.012039792768959435:.012039792768959435+e*(.010559964726631394+e*(-.0011078042328042327+e*(.0003747795414462081+e*27557319223985893e-22)))}t.exports=n})),ws=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.003837005972422639:.003837005972422639+e*(.00610392115600449+e*(-.0016095979637646305+e*(.0005945867404200738+e*(-6270542728876062e-20+e*2.505210838544172e-8))))}t.exports=n})),Ts=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.0032177478835464946:.0032177478835464946+e*(.0010898206731540065+e*(-.0012579159844784845+e*(.0006908420797309686+e*(-.00016376804137220805+e*(154012654012654e-19+e*16059043836821613e-26)))))}t.exports=n})),Es=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.001743826229834001:.001743826229834001+e*(3353097688001788e-20+e*(-.0007624513544032393+e*(.0006451304695145635+e*(-.000249472580470431+e*(49255746366361444e-21+e*(-39851014346715405e-22+e*7647163731819816e-28))))))}t.exports=n})),Ds=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.0009647274732138864:.0009647274732138864+e*(-.0003110108632631878+e*(-.00036307660358786886+e*(.0005140660578834113+e*(-.00029133414466938067+e*(9086710793521991e-20+e*(-15303004486655377e-21+e*(10914179173496788e-22+e*28114572543455206e-31)))))))}t.exports=n})),Os=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.0005422926281312969:.0005422926281312969+e*(-.0003694266780000966+e*(-.00010230378073700413+e*(.00035764655430568635+e*(-.00028690924218514614+e*(.00012645437628698076+e*(-33202652391372056e-21+e*(4890304529197534e-21+e*(-3.123956959982987e-7+e*822063524662433e-32))))))))}t.exports=n})),ks=/* @__PURE__ */ n(((e,t)=>{
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
var n=de(),r=De(),i=R(),a=Ue(),o=bs(),s=xs(),c=Ss(),l=Cs(),u=ws(),d=Ts(),f=Es(),p=Ds(),m=Os(),h=0,g=[1,0,0,0,0,0,0,0,0,0];function _(e,t){var _,v=n(e/2,.5)*i(e*a)*(t-.5);return _=1/e,g[1]=o(_),g[2]=s(_),g[3]=c(_),g[4]=l(_),g[5]=u(_),g[6]=d(_),g[7]=f(_),g[8]=p(_),g[9]=m(_),h+v*r(g,v*v)}t.exports=_})),As=/* @__PURE__ */ n(((e,t)=>{
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
var n=de(),r=De(),i=R(),a=U(),o=Ue(),s=[0,0,0,0,0,0,0];function c(e,t){var c,l,u,d,f,p,m,h=n(e/2,.5)*i(e*o)*t;return d=e+2,f=e+4,p=e+6,s[0]=1,s[1]=-(e+1)/(2*d),d*=e+2,s[2]=-e*(e+1)*(e+3)/(8*d*f),d*=e+2,s[3]=-e*(e+1)*(e+5)*((3*e+7)*e-2)/(48*d*f*p),d*=e+2,f*=e+4,s[4]=-e*(e+1)*(e+7)*(((((15*e+154)*e+465)*e+286)*e-336)*e+64)/(384*d*f*p*(e+8)),d*=e+2,s[5]=-e*(e+1)*(e+3)*(e+9)*((((((35*e+452)*e+1573)*e+600)*e-2020)*e+928)*e-128)/(1280*d*f*p*(e+8)*(e+10)),d*=e+2,f*=e+4,p*=e+6,s[6]=-e*(e+1)*(e+11)*(((((((((((945*e+31506)*e+425858)*e+2980236)*e+11266745)*e+20675018)*e+7747124)*e-22574632)*e-8565600)*e+18108416)*e-7099392)*e+884736)/(46080*d*f*p*(e+8)*(e+10)*(e+12)),m=i(e),u=a(m*h,1/e),l=u*u,c=r(s,l),c*=m,c/=u,-c}t.exports=c})),js=/* @__PURE__ */ n(((e,t)=>{
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
var n=gs(),r=Le(),i=R(),a=U(),o=B(),s=ys();function c(e,t){var c,l,u,d,f,p,m;return e>0x56bc75e2d63100000?-n(2*t)*s:(c=1/(e-.5),l=48/(c*c),u=((20700*c/l-98)*c-16)*c+96.36,d=((94.5/(l+u)-3)/l+1)*i(c*o)*e,m=a(d*2*t,2/e),m>.05+c?(p=-n(2*t)*s,m=p*p,e<5&&(u+=.3*(e-4.5)*(p+.6)),u+=(((.05*d*p-5)*p-7)*p-2)*p+l,m=(((((.4*m+6.3)*m+36)*m+94.5)/u-m-3)/l+1)*p,m=r(c*m*m)):m=((1/(((e+6)/(e*m)-.089*d-.822)*(e+2)*3)+.5/(e+4))*m-1)*(e+1)/(e+2)+1/m,f=i(e*m),-f)}t.exports=c})),Ms=/* @__PURE__ */ n(((e,t)=>{
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
var n=gs(),r=ye(),i=se(),a=K(),o=vs(),s=R(),c=ge(),l=le(),u=U(),d=ce(),f=ys(),p=Ue(),m=ks(),h=As(),g=js(),_=268435456,v=1/3,y=106/3,b=.8549879733383485;function x(e,t,x){var S,C,w,T,E=0,D,O,k,A,j,M,N,ee,P,F,I;if(t>x?(O=x,x=t,t=O,T=!0):T=!1,r(e)===e&&e<20)switch(C=i(1,y),r(e)){case 1:E=t===.5?0:-l(p*t)/d(p*t);break;case 2:E=(2*t-1)/s(2*t*x);break;case 4:D=4*t*x,w=s(D),ee=4*l(o(w)/3)/w,P=s(ee-4),E=t-.5<0?-P:P;break;case 6:if(t<1e-150)return(T?-1:1)*g(e,t);F=4*(t-t*t),I=u(F,v),N=6*(1+b*(1/I-1));do A=N*N,j=A*A,M=N*j,k=N,N=2*(8*F*M-270*A+2187)/(5*(4*F*j-216*N-243));while(c((N-k)/N)>C);N=s(N-e),E=t-.5<0?-N:N;break;default:e>_?E=n(2*t)*f:e<3?(S=.2742-e*.0242143,E=t>S?m(e,t):h(e,t)):(S=i(1,a(e/-.654)),E=t>S?g(e,t):h(e,t))}else e>_?E=-n(2*t)*f:e<3?(S=.2742-e*.0242143,E=t>S?m(e,t):h(e,t)):(S=i(1,a(e/-.654)),E=t>S?g(e,t):h(e,t));return T?-E:E}t.exports=x})),Ns=/* @__PURE__ */ n(((e,t)=>{
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
var n=Ms();function r(e,t,r){var i,a=t/2,o=1-a,s;return i=e*2,s=n(i,a,o),r&&(r.value=s*s/(i+s*s)),i/(i+s*s)}t.exports=r})),Ps=/* @__PURE__ */ n(((e,t)=>{
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
var n=De(),r=gs(),i=R(),a=Me(),o=ys(),s=[0,0,0,0,0,0,0],c=[0,0,0,0];function l(e,t,l){var u=r(2*l),d,f,p,m,h,g;return u/=-i(e/2),c[0]=u,h=t-e,p=h*h,m=p*h,s[0]=-h*o/2,s[1]=(1-2*h)/8,s[2]=-(h*o/48),s[3]=-1/192,s[4]=-h*o/3840,s[5]=0,s[6]=0,c[1]=n(s,u),s[0]=h*o*(3*h-2)/12,s[1]=(20*p-12*h+1)/128,s[2]=h*o*(20*h-1)/960,s[3]=(16*p+30*h-15)/4608,s[4]=h*o*(21*h+32)/53760,s[5]=(-(32*p)+63)/368640,s[6]=-h*o*(120*h+17)/25804480,c[2]=n(s,u),s[0]=h*o*(-75*p+80*h-16)/480,s[1]=(-1080*m+868*p-90*h-45)/9216,s[2]=h*o*(-1190*p+84*h+373)/53760,s[3]=(-2240*m-2508*p+2100*h-165)/368640,s[4]=0,s[5]=0,s[6]=0,c[3]=n(s,u),f=n(c,1/e),d=f*f,g=-a(-d/2),d===0?.5:(1+f*i((1+g)/d))/2}t.exports=l})),Fs=/* @__PURE__ */ n(((e,t)=>{
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
var n=W(),r=me()/4;function i(e,t){return i;function i(i){var a,o,s=1-i;return s===0||i===0?[-r,-r]:(o=n(i)+t*n(s)+e,a=1/i-t/s,[o,a])}}t.exports=i})),Is=/* @__PURE__ */ n(((e,t)=>{
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
var n=Te();function r(e){return e===0||n(e)?e:e<0?-1:1}t.exports=r})),Ls=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=Is()})),Rs=/* @__PURE__ */ n(((e,t)=>{
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
var n=Ls(),r=ge(),i=se(),a=me();function o(e,t,o,s,c,l){var u,d,f,p,m,h,g,_,v=0,y;u=0,m=t,p=i(1,1-c),g=a,d=a,f=a,h=l;do{if(u=v,f=d,d=g,_=e(m),v=_[0],y=_[1],--h,v===0)break;if(y===0?(u===0&&(t=m===o?s:o,u=e(t),g=t-m),g=n(u)*n(v)<0?g<0?(m-o)/2:(m-s)/2:g<0?(m-s)/2:(m-o)/2):g=v/y,r(g*2)>r(f)&&(g=g>0?(m-o)/2:(m-s)/2),t=m,m-=g,m<=o){if(g=.5*(t-o),m=t-g,m===o||m===s)break}else if(m>=s&&(g=.5*(t-s),m=t-g,m===o||m===s))break;g>0?s=t:o=t}while(h&&r(m*p)<r(g));return m}t.exports=o})),zs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?-1:-1+e*(-5+e*5)}t.exports=n})),Bs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?1:1+e*(21+e*(-69+e*46))}t.exports=n})),Vs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?7:7+e*(-2+e*(33+e*(-62+e*31)))}t.exports=n})),Hs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?25:25+e*(-52+e*(-17+e*(88+e*(-115+e*46))))}t.exports=n})),Us=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?7:7+e*(12+e*(-78+e*52))}t.exports=n})),Ws=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?-7:-7+e*(2+e*(183+e*(-370+e*185)))}t.exports=n})),Gs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?-533:-533+e*(776+e*(-1835+e*(10240+e*(-13525+e*5410))))}t.exports=n})),Ks=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?-1579:-1579+e*(3747+e*(-3372+e*(-15821+e*(45588+e*(-45213+e*15071)))))}t.exports=n})),qs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?449:449+e*(-1259+e*(-769+e*(6686+e*(-9260+e*3704))))}t.exports=n})),Js=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?63149:63149+e*(-151557+e*(140052+e*(-727469+e*(2239932+e*(-2251437+e*750479)))))}t.exports=n})),Ys=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?29233:29233+e*(-78755+e*(105222+e*(146879+e*(-1602610+e*(3195183+e*(-2554139+e*729754))))))}t.exports=n})),Xs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?1:1+e*(-13+e*13)}t.exports=n})),Zs=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?1:1+e*(21+e*(-69+e*46))}t.exports=n})),Qs=/* @__PURE__ */ n(((e,t)=>{
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
var n=De(),r=gs(),i=ge(),a=Me(),o=W(),s=R(),c=ce(),l=le(),u=Fs(),d=Rs(),f=zs(),p=Bs(),m=Vs(),h=Hs(),g=Us(),_=Ws(),v=Gs(),y=Ks(),b=qs(),x=Js(),S=Ys(),C=Xs(),w=Zs(),T=[0,0,0,0,0,0],E=[0,0,0,0];function D(e,t,D){var O,k,A,j,M=r(2*e)/-s(t/2),N,ee,P,F,I,L,te,R,z,B,V,ne,re=c(D),ie,ae;return ne=l(D),E[0]=M,B=re*re,V=ne*ne,R=re*ne,te=R*R,L=te*R,I=te*te,F=te*L,P=L*L,ee=I*L,T[0]=(2*B-1)/(3*R),T[1]=-f(B)/(36*te),T[2]=p(B)/(1620*L),T[3]=m(B)/(6480*I),T[4]=h(B)/(90720*F),T[5]=0,E[1]=n(T,M),T[0]=-g(B)/(405*L),T[1]=_(B)/(2592*I),T[2]=-v(B)/(204120*F),T[3]=-y(B)/(2099520*P),T[4]=0,T[5]=0,E[2]=n(T,M),T[0]=b(B)/(102060*F),T[1]=-x(B)/(20995200*P),T[2]=S(B)/(36741600*ee),T[3]=0,T[4]=0,T[5]=0,E[3]=n(T,M),N=n(E,1/t),A=ne/re,A*=A,z=-(N*N)/(2*B)+o(B)+V*o(V)/B,i(N)<.7?(T[0]=B,T[1]=R,T[2]=(1-2*B)/3,T[3]=C(B)/(36*R),T[4]=w(B)/(270*te),T[5]=0,ae=n(T,N)):(ie=a(z),T[0]=ie,T[1]=A,T[2]=0,T[3]=3*A*(3*A+1)/6,T[4]=4*A*(4*A+1)*(4*A+2)/24,T[5]=5*A*(5*A+1)*(5*A+2)*(5*A+3)/120,ae=n(T,ie),(ae-B)*N<0&&(ae=1-ae)),N<0?(k=0,O=B):(k=B,O=1),(ae<k||ae>O)&&(ae=(k+O)/2),j=u(-z,A),ae=d(j,ae,k,O,32,100),ae}t.exports=D})),$s=/* @__PURE__ */ n(((e,t)=>{var n=1e3,r=n*60,i=r*60,a=i*24,o=a*365.25;t.exports=function(e,t){t||={};var n=typeof e;if(n===`string`&&e.length>0)return s(e);if(n===`number`&&isNaN(e)===!1)return t.long?l(e):c(e);throw Error(`val is not a non-empty string or a valid number. val=`+JSON.stringify(e))};function s(e){if(e=String(e),!(e.length>100)){var t=/^((?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|years?|yrs?|y)?$/i.exec(e);if(t){var s=parseFloat(t[1]);switch((t[2]||`ms`).toLowerCase()){case`years`:case`year`:case`yrs`:case`yr`:case`y`:return s*o;case`days`:case`day`:case`d`:return s*a;case`hours`:case`hour`:case`hrs`:case`hr`:case`h`:return s*i;case`minutes`:case`minute`:case`mins`:case`min`:case`m`:return s*r;case`seconds`:case`second`:case`secs`:case`sec`:case`s`:return s*n;case`milliseconds`:case`millisecond`:case`msecs`:case`msec`:case`ms`:return s;default:return}}}}function c(e){return e>=a?Math.round(e/a)+`d`:e>=i?Math.round(e/i)+`h`:e>=r?Math.round(e/r)+`m`:e>=n?Math.round(e/n)+`s`:e+`ms`}function l(e){return u(e,a,`day`)||u(e,i,`hour`)||u(e,r,`minute`)||u(e,n,`second`)||e+` ms`}function u(e,t,n){if(!(e<t))return e<t*1.5?Math.floor(e/t)+` `+n:Math.ceil(e/t)+` `+n+`s`}})),ec=/* @__PURE__ */ n(((e,t)=>{e=t.exports=i.debug=i.default=i,e.coerce=c,e.disable=o,e.enable=a,e.enabled=s,e.humanize=$s(),e.names=[],e.skips=[],e.formatters={};var n;function r(t){var n=0,r;for(r in t)n=(n<<5)-n+t.charCodeAt(r),n|=0;return e.colors[Math.abs(n)%e.colors.length]}function i(t){function i(){if(i.enabled){var t=i,r=+/* @__PURE__ */ new Date;t.diff=r-(n||r),t.prev=n,t.curr=r,n=r;for(var a=Array(arguments.length),o=0;o<a.length;o++)a[o]=arguments[o];a[0]=e.coerce(a[0]),typeof a[0]!=`string`&&a.unshift(`%O`);var s=0;a[0]=a[0].replace(/%([a-zA-Z%])/g,function(n,r){if(n===`%%`)return n;s++;var i=e.formatters[r];if(typeof i==`function`){var o=a[s];n=i.call(t,o),a.splice(s,1),s--}return n}),e.formatArgs.call(t,a),(i.log||e.log||console.log.bind(console)).apply(t,a)}}return i.namespace=t,i.enabled=e.enabled(t),i.useColors=e.useColors(),i.color=r(t),typeof e.init==`function`&&e.init(i),i}function a(t){e.save(t),e.names=[],e.skips=[];for(var n=(typeof t==`string`?t:``).split(/[\s,]+/),r=n.length,i=0;i<r;i++)n[i]&&(t=n[i].replace(/\*/g,`.*?`),t[0]===`-`?e.skips.push(RegExp(`^`+t.substr(1)+`$`)):e.names.push(RegExp(`^`+t+`$`)))}function o(){e.enable(``)}function s(t){for(var n=0,r=e.skips.length;n<r;n++)if(e.skips[n].test(t))return!1;for(n=0,r=e.names.length;n<r;n++)if(e.names[n].test(t))return!0;return!1}function c(e){return e instanceof Error?e.stack||e.message:e}})),tc=/* @__PURE__ */ n(((e,t)=>{e=t.exports=ec(),e.log=i,e.formatArgs=r,e.save=a,e.load=o,e.useColors=n,e.storage=typeof chrome<`u`&&chrome.storage!==void 0?chrome.storage.local:s(),e.colors=[`lightseagreen`,`forestgreen`,`goldenrod`,`dodgerblue`,`darkorchid`,`crimson`];function n(){return typeof window<`u`&&window.process&&window.process.type===`renderer`?!0:typeof document<`u`&&document.documentElement&&document.documentElement.style&&document.documentElement.style.WebkitAppearance||typeof window<`u`&&window.console&&(window.console.firebug||window.console.exception&&window.console.table)||typeof navigator<`u`&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)&&parseInt(RegExp.$1,10)>=31||typeof navigator<`u`&&navigator.userAgent&&navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/)}e.formatters.j=function(e){try{return JSON.stringify(e)}catch(e){return`[UnexpectedJSONParseError]: `+e.message}};function r(t){var n=this.useColors;if(t[0]=(n?`%c`:``)+this.namespace+(n?` %c`:` `)+t[0]+(n?`%c `:` `)+`+`+e.humanize(this.diff),n){var r=`color: `+this.color;t.splice(1,0,r,`color: inherit`);var i=0,a=0;t[0].replace(/%[a-zA-Z%]/g,function(e){e!==`%%`&&(i++,e===`%c`&&(a=i))}),t.splice(a,0,r)}}function i(){return typeof console==`object`&&console.log&&Function.prototype.apply.call(console.log,console,arguments)}function a(t){try{t==null?e.storage.removeItem(`debug`):e.storage.debug=t}catch{}}function o(){var t;try{t=e.storage.debug}catch{}return!t&&typeof process<`u`&&`env`in process&&(t=process.env.DEBUG),t}e.enable(o());function s(){try{return window.localStorage}catch{}}})),nc=/* @__PURE__ */ n(((t,n)=>{var r=e(`tty`),i=e(`util`);t=n.exports=ec(),t.init=p,t.log=l,t.formatArgs=c,t.save=u,t.load=d,t.useColors=s,t.colors=[6,2,3,4,5,1],t.inspectOpts=Object.keys(process.env).filter(function(e){return/^debug_/i.test(e)}).reduce(function(e,t){var n=t.substring(6).toLowerCase().replace(/_([a-z])/g,function(e,t){return t.toUpperCase()}),r=process.env[t];return r=/^(yes|on|true|enabled)$/i.test(r)?!0:/^(no|off|false|disabled)$/i.test(r)?!1:r===`null`?null:Number(r),e[n]=r,e},{});var a=parseInt(process.env.DEBUG_FD,10)||2;a!==1&&a!==2&&i.deprecate(function(){},`except for stderr(2) and stdout(1), any other usage of DEBUG_FD is deprecated. Override debug.log if you want to use a different log function (https://git.io/debug_fd)`)();var o=a===1?process.stdout:a===2?process.stderr:f(a);function s(){return`colors`in t.inspectOpts?!!t.inspectOpts.colors:r.isatty(a)}t.formatters.o=function(e){return this.inspectOpts.colors=this.useColors,i.inspect(e,this.inspectOpts).split(`
`).map(function(e){return e.trim()}).join(` `)},t.formatters.O=function(e){return this.inspectOpts.colors=this.useColors,i.inspect(e,this.inspectOpts)};function c(e){var n=this.namespace;if(this.useColors){var r=this.color,i=`  \x1B[3`+r+`;1m`+n+` \x1B[0m`;e[0]=i+e[0].split(`
`).join(`
`+i),e.push(`\x1B[3`+r+`m+`+t.humanize(this.diff)+`\x1B[0m`)}else e[0]=(/* @__PURE__ */ new Date()).toUTCString()+` `+n+` `+e[0]}function l(){return o.write(i.format.apply(i,arguments)+`
`)}function u(e){e==null?delete process.env.DEBUG:process.env.DEBUG=e}function d(){return process.env.DEBUG}function f(t){var n;switch(process.binding(`tty_wrap`).guessHandleType(t)){case`TTY`:n=new r.WriteStream(t),n._type=`tty`,n._handle&&n._handle.unref&&n._handle.unref();break;case`FILE`:n=new(e(`fs`)).SyncWriteStream(t,{autoClose:!1}),n._type=`fs`;break;case`PIPE`:case`TCP`:n=new(e(`net`)).Socket({fd:t,readable:!1,writable:!0}),n.readable=!1,n.read=null,n._type=`pipe`,n._handle&&n._handle.unref&&n._handle.unref();break;default:throw Error(`Implement me. Unknown stream file type!`)}return n.fd=t,n._isStdio=!0,n}function p(e){e.inspectOpts={};for(var n=Object.keys(t.inspectOpts),r=0;r<n.length;r++)e.inspectOpts[n[r]]=t.inspectOpts[n[r]]}t.enable(d())})),rc=/* @__PURE__ */ n(((e,t)=>{t.exports=typeof process<`u`&&process.type===`renderer`?tc():nc()})),ic=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=34028234663852886e22})),ac=/* @__PURE__ */ n(((e,t)=>{
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
var n=rc(),r=re(),i=ge(),a=Me(),o=W(),s=ic(),c=n(`gammaincinv:higher_newton`);function l(e,t,n,l,u,d,f,p){var m,h,g,_,v,y,b,x,S,C,w,T,E,D=e;w=1,T=1,y=t*t,h=e;do{if(D=e,b=D*D,n===0){if(m=(1-t)*o(D)+D+d,m>o(s))return c(`Warning: overflow problems in one or more steps of the computation. The initial approximation to the root is returned.`),h;E=a(m)}else E=-f*D;p?(x=r(D,t,!0,!1),g=-E*(x-l)):(S=r(D,t,!0,!0),g=E*(S-u)),E=g,l>1e-120||T>1?(_=.5*(D-t+1)/D,v=(2*b-4*D*t+4*D+2*y-3*t+1)/b,v/=6,e=D+E*(1+E*(_+E*v))):e=D+E,w=i(D/e-1),T+=1,D=e,D<0&&(D=h,T=100)}while(w>2e-14&&T<35);return(w>2e-14||T>99)&&c(`Warning: the number of iterations in the Newton method reached the upper limit N=35. The last value obtained for the root is given as output.`),C=D||0,C}t.exports=l})),oc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?0:0+e*(1+e*(1+e*(1.5+e*(2.6666666666666665+e*(5.208333333333333+e*10.8)))))}t.exports=n})),sc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?1:1+e*(1+e*(.3333333333333333+e*(.027777777777777776+e*(-.003703703703703704+e*(.0002314814814814815+e*5878894767783657e-20)))))}t.exports=n})),cc=/* @__PURE__ */ n(((e,t)=>{
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
var n=ge(),r=Me(),i=W(),a=De(),o=oc(),s=sc(),c=1e-8,l=.08333333333333333,u=.008333333333333333,d=[1,0,0,0,0,0];function f(e){var t,f,p,m,h,g,_,v,y=e*e*.5;if(e===0?h=0:e<-1?(v=r(-1-y),h=o(v)):e<1?(v=e,h=s(v)):(v=11+y,g=i(v),h=v+g,v=1/v,t=g*g,f=t*g,p=f*g,m=p*g,d[1]=(2-g)*.5,d[2]=(-9*g+6+2*t)/6,d[3]=-(3*f+36*g-22*t-12)*l,d[4]=(60+350*t-300*g-125*f+12*p)/60,d[5]=-(-120-274*p+900*g-1700*t+1125*f+20*m)*u,h+=g*v*a(d,v)),v=1,e>-3.5&&e<-.03||e>.03&&e<40){v=1,_=h;do h=_*(y+i(_))/(_-1),v=n(_/h-1),_=h;while(v>c)}return h}t.exports=f})),lc=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=.9189385332046728})),uc=/* @__PURE__ */ n(((e,t)=>{
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
var n=[1.9963790515900766,-.0017971032528832887,13129285796384672e-21,-2.340875228178749e-7,7.2291210671127e-9,-3280997607821e-22,19875070901e-21,-1509214183e-21,1375340084e-22,-145728923e-22,17532367e-22,-2351465e-22,346551e-22,-55471e-22,9548e-22,-1748e-22,332e-22,-58e-22];function r(e,t){var r,i=0,a=0,o,s;r=t+t,s=e;do o=a,a=i,i=r*a-o+n[s],--s;while(s>=0);return(i-o)/2}t.exports=r})),dc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.025721014990011306:.025721014990011306+e*(.08247596616699963+e*(-.0025328157302663564+e*(.0006099292666946337+e*(-.00033543297638406+e*.000250505279903))))}t.exports=n})),fc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){return e===0?.08333333333333333:.08333333333333333+e*(-.002777777777777778+e*(.0007936507936507937+e*-.0005952380952380953))}t.exports=n})),pc=/* @__PURE__ */ n(((e,t)=>{
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
var n=Ee(),r=W(),i=lc(),a=ne(),o=ic(),s=uc(),c=dc(),l=fc(),u=.30865217988013566;function d(e){var t;return e<a?o:e<1?n(e+1)-(e+.5)*r(e)+e-i:e<2?n(e)-(e-.5)*r(e)+e-i:e<3?n(e-1)-(e-.5)*r(e)+e-i+r(e-1):e<12?(t=18/(e*e)-1,s(17,t)/(12*e)):(t=1/(e*e),e<1e3?c(t)/(u+t)/e:l(t)/e)}t.exports=d})),mc=/* @__PURE__ */ n(((e,t)=>{
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
var n=Me(),r=ie(),i=W(),a=ic(),o=H(),s=pc();function c(e){return e>=3?n(s(e)):e>0?r(e)/(n(-e+(e-.5)*i(e))*o):a}t.exports=c})),hc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.3333333333438:(t=e<0?-e:e,t<=1?(n=-.3333333333438+e*(-.2070740359969+e*(-.05041806657154+e*(-.004923635739372+e*-4293658292782e-17))),r=1+e*(.7045554412463+e*(.2118190062224+e*(.03048648397436+e*.001605037988091)))):(e=1/e,n=-4293658292782e-17+e*(-.004923635739372+e*(-.05041806657154+e*(-.2070740359969+e*-.3333333333438))),r=.001605037988091+e*(.03048648397436+e*(.2118190062224+e*(.7045554412463+e*1)))),n/r)}t.exports=n})),gc=/* @__PURE__ */ n(((e,t)=>{
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
var n=ge(),r=W(),i=cc(),a=hc();function o(e){var t;return n(e)<1?a(e):(t=i(e),r(e/(t-1))/e)}t.exports=o})),_c=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0172847633523:(t=e<0?-e:e,t<=1?(n=-.0172847633523+e*(-.0159372646475+e*(-.00464910887221+e*(-.00060683488776+e*-614830384279e-17))),r=1+e*(.764050615669+e*(.297143406325+e*(.0579490176079+e*.00574558524851)))):(e=1/e,n=-614830384279e-17+e*(-.00060683488776+e*(-.00464910887221+e*(-.0159372646475+e*-.0172847633523))),r=.00574558524851+e*(.0579490176079+e*(.297143406325+e*(.764050615669+e*1)))),n/r)}t.exports=n})),vc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0172839517431:(t=e<0?-e:e,t<=1?(n=-.0172839517431+e*(-.0146362417966+e*(-.00357406772616+e*(-.000391032032692+e*249634036069e-17))),r=1+e*(.690560400696+e*(.249962384741+e*(.0443843438769+e*.00424073217211)))):(e=1/e,n=249634036069e-17+e*(-.000391032032692+e*(-.00357406772616+e*(-.0146362417966+e*-.0172839517431))),r=.00424073217211+e*(.0443843438769+e*(.249962384741+e*(.690560400696+e*1)))),n/r)}t.exports=n})),yc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?.99994466948:(t=e<0?-e:e,t<=1?(n=.99994466948+e*(104.649839762+e*(857.204033806+e*(731.901559577+e*45.5174411671))),r=1+e*(104.526456943+e*(823.313447808+e*(3119.93802124+e*3970.03311219)))):(e=1/e,n=45.5174411671+e*(731.901559577+e*(857.204033806+e*(104.649839762+e*.99994466948))),r=3970.03311219+e*(3119.93802124+e*(823.313447808+e*(104.526456943+e*1)))),n/r)}t.exports=n})),bc=/* @__PURE__ */ n(((e,t)=>{
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
var n=W(),r=_c(),i=vc(),a=yc();function o(e){var t,o;return e<-5?(o=e*e,t=n(-e),(12-o-t*t*6)/(12*o*e)):e<-2?r(e):e<2?i(e):e<1e3?(o=1/e,a(e)/(-12*e)):-1/(12*e)}t.exports=o})),xc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?.0495346498136:(t=e<0?-e:e,t<=1?(n=.0495346498136+e*(.0299521337141+e*(.00688296911516+e*(.000512634846317+e*-201411722031e-16))),r=1+e*(.759803615283+e*(.261547111595+e*(.0464854522477+e*.00403751193496)))):(e=1/e,n=-201411722031e-16+e*(.000512634846317+e*(.00688296911516+e*(.0299521337141+e*.0495346498136))),r=.00403751193496+e*(.0464854522477+e*(.261547111595+e*(.759803615283+e*1)))),n/r)}t.exports=n})),Sc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?.00452313583942:(t=e<0?-e:e,t<=1?(n=.00452313583942+e*(.00120744920113+e*(-789724156582e-16+e*(-504476066942e-16+e*-535770949796e-17))),r=1+e*(.912203410349+e*(.405368773071+e*(.0901638932349+e*.00948935714996)))):(e=1/e,n=-535770949796e-17+e*(-504476066942e-16+e*(-789724156582e-16+e*(.00120744920113+e*.00452313583942))),r=.00948935714996+e*(.0901638932349+e*(.405368773071+e*(.912203410349+e*1)))),n/r)}t.exports=n})),Cc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?.00439937562904:(t=e<0?-e:e,t<=1?(n=.00439937562904+e*(.000487225670639+e*(-.000128470657374+e*(529110969589e-17+e*1.5716677175e-7))),r=1+e*(.794435257415+e*(.333094721709+e*(.0703527806143+e*.00806110846078)))):(e=1/e,n=1.5716677175e-7+e*(529110969589e-17+e*(-.000128470657374+e*(.000487225670639+e*.00439937562904))),r=.00806110846078+e*(.0703527806143+e*(.333094721709+e*(.794435257415+e*1)))),n/r)}t.exports=n})),wc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.0011481191232:(t=e<0?-e:e,t<=1?(n=-.0011481191232+e*(-.112850923276+e*(1.51623048511+e*(-.218472031183+e*.0730002451555))),r=1+e*(14.2482206905+e*(69.7360396285+e*(218.938950816+e*277.067027185)))):(e=1/e,n=.0730002451555+e*(-.218472031183+e*(1.51623048511+e*(-.112850923276+e*-.0011481191232))),r=277.067027185+e*(218.938950816+e*(69.7360396285+e*(14.2482206905+e*1)))),n/r)}t.exports=n})),Tc=/* @__PURE__ */ n(((e,t)=>{
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
function n(e){var t,n,r;return e===0?-.000145727889667:(t=e<0?-e:e,t<=1?(n=-.000145727889667+e*(-.290806748131+e*(-13.308504545+e*(199.722374056+e*-11.4311378756))),r=1+e*(139.612587808+e*(2189.01116348+e*(7115.24019009+e*45574.6081453)))):(e=1/e,n=-11.4311378756+e*(199.722374056+e*(-13.308504545+e*(-.290806748131+e*-.000145727889667))),r=45574.6081453+e*(7115.24019009+e*(2189.01116348+e*(139.612587808+e*1)))),n/r)}t.exports=n})),Ec=/* @__PURE__ */ n(((e,t)=>{
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
var n=W(),r=xc(),i=Sc(),a=Cc(),o=wc(),s=Tc();function c(e){var t,c;return e<-8?(t=e*e,c=n(-e)/e,(-30+e*c*(6*t*c*c-12+t))/(12*e*t*t)):e<-4?r(e)/(e*e):e<-2?i(e):e<2?a(e):e<10?(t=1/e,o(t)/(e*e)):e<100?(t=1/e,s(t)/(e*e)):-n(e)/(12*e*e*e)}t.exports=c})),Dc=/* @__PURE__ */ n(((e,t)=>{
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
var n=rc(),r=De(),i=Ee(),a=gs(),o=ie(),s=R(),c=ge(),l=Me(),u=oe(),d=U(),f=W(),p=H(),m=ic(),h=ue(),g=ac(),_=cc(),v=mc(),y=gc(),b=bc(),x=Ec(),S=n(`gammaincinv:compute`),C=.5,w=.3333333333333333,T=.25,E=.2,D=.16666666666666666,O=.08333333333333333,k=.041666666666666664,A=[0,0,0,0,0];function j(e,t,n){var j,M,N,ee,P,F,I,L,te,R,z,B,V,ne,re,ie,ae,oe,H,se,U,ce,le,W,ue,de,G,K,fe,pe,me,he,ge,_e,ve,q,J,ye,Y,be,xe,Se,Ce,we;if(t<C?(ee=!0,P=t,Se=-1):(ee=!1,P=n,Se=1),Y=0,c(e-1)<1e-4&&(be=0,ee?t<.001?(he=t*t,K=he*t,me=K*t,se=me*t,H=se*t,U=t+he*C+K*w+me*T+se*E+H*D):U=-f(1-t):U=-f(n),e===1?(Y=2,_e=U):(N=i(e),Y=1)),n<1e-30&&e<C&&(be=0,U=-f(n*o(e))+(e-1)*f(-f(n*o(e))),Y=1,N=i(e)),e>1&&e<500&&t<1e-80){for(be=0,F=1/e,j=1/(e+1),U=(i(e+1)+f(t))*F,U=l(U),ne=U,ye=0;ye<10;ye++)U=ne*l(U*F)*d(1-U*j,F);Y=1,N=i(e)}if(I=1/e*(f(t)+i(e+1)),I<f(E*(1+e))&&Y===0&&(xe=l(I),be=0,ce=e*e,ge=ce*e,fe=ge*e,re=e+1,z=re*re,R=re*z,te=z*z,ie=e+2,L=ie*ie,ae=e+3,A[0]=1,A[1]=1/re,A[2]=C*(3*e+5)/(z*ie),A[3]=w*(31+8*ce+33*e)/(R*ie*ae),A[4]=k*(2888+1179*ge+125*fe+3971*ce+5661*e)/(te*L*ae*(e+4)),U=xe*r(A,xe),N=i(e),Y=1),e<10&&Y===0&&(B=s(e)/(v(e)*p),V=u(.02,B),n<V&&(be=0,q=1-e,de=q*q,G=de*q,oe=s(-2/e*f(n/B)),U=e*_(oe),J=f(U),U>5?(le=J*J,W=le*J,ue=W*J,xe=1/U,A[0]=J-1,A[1]=(3*q-2*q*J+le-2*J+2)*C,A[2]=(24*q*J-11*de-24*q-6*le+12*J-12-9*q*le+6*de*J+2*W)*D,A[3]=(-12*G*J+8.04*q*le-114*de*J+(72+36*le)+(3*ue-72*J+162)*(q-168*q*J)-(12*W+25*G)-(22*q*W+36*de*le+120*de))*O,A[4]=0,U=U-J+q*xe*r(A,xe)):(xe=1/U,le=J*J,ve=J-1,Ce=J-q*xe*ve,Ce<U&&(U-=Ce)),N=i(e),Y=1)),c(P-C)<1e-5&&Y===0&&(be=0,F=1/e,U=e-w+(.019753086419753086+.007211444248481286*F)*F,N=i(e),Y=1),e<1&&Y===0&&(be=0,U=l(ee?1/e*(f(P)+i(e+1)):1/e*(f(1-P)+i(e+1))),N=i(e),Y=1),Y===0){if(be=1,F=1/e,xe=a(2*P),oe=Se*xe/s(e*C),xe<m)oe+=(y(oe)+(b(oe)+x(oe)*F)*F)*F,U=e*_(oe),we=oe,pe=-s(e/h)*l(-C*e*we*we)/v(e),M=1/pe;else return S(`Warning: Overflow problems in one or more steps of the computation.`),NaN}return Y<2&&(_e=g(U,e,be,t,n,N,M,ee)),_e}t.exports=j})),Oc=/* @__PURE__ */ n(((e,t)=>{
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
var n=Te(),r=ne(),i=Pe(),a=Dc();function o(e,t,o){return n(e)||n(t)||t<r||e>1||e<0?NaN:o===!0?e===0?i:e===1?0:a(t,1-e,e):e===0?0:e===1?i:a(t,e,1-e)}t.exports=o})),kc=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=Oc()})),Ac=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=5e-324})),jc=/* @__PURE__ */ n(((e,t)=>{
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
var n=kc(),r=W(),i=R(),a=Ac(),o=Fs(),s=Rs();function c(e,t,c,l){var u,d,f,p,m=c<l?n(c,t,!0):n(l,t,!1),h,g,_,v,y,b,x,S,C,w,T,E,D,O,k,A,j,M,N,ee,P,F,I,L,te;return m/=e,C=t/e,I=i(1+C),D=I*I,O=D*I,k=D*D,A=O*D,j=O*O,M=k*O,N=k*k,ee=A*k,g=A*A,F=m-C,w=F*F,T=w*F,E=w*w,P=I+1,_=P*P,v=P*_,y=_*_,b=(I+2)*(I-1)/(3*I),b+=(O+9*D+21*I+5)*F/(36*D*P),b-=(k-13*O+69*D+167*I+46)*w/(1620*_*O),b-=(7*A+21*k+70*O+26*D-93*I-31)*T/(6480*v*k),b-=(75*j+202*A+188*k-888*O-1345*D+118*I+138)*E/(272160*y*A),x=(28*k+131*O+402*D+581*I+208)*(I-1)/(1620*P*O),x-=(35*j-154*A-623*k-1636*O-3983*D-3514*I-925)*F/(12960*_*k),x-=(2132*M+7915*j+16821*A+35066*k+87490*O+141183*D+95993*I+21640)*w/(816480*A*v),x-=(11053*N+53308*M+117010*j+163924*A+116188*k-258428*O-677042*D-481940*I-105497)*T/(14696640*y*j),S=-((3592*M+8375*j-1323*A-29198*k-89578*O-154413*D-116063*I-29632)*(I-1))/(816480*A*_),S-=(442043*ee+2054169*N+3803094*M+3470754*j+2141568*A-2393568*k-19904934*O-34714674*D-23128299*I-5253353)*F/(146966400*j*v),S-=(116932*g+819281*ee+2378172*N+4341330*M+6806004*j+10622748*A+18739500*k+30651894*O+30869976*D+15431867*I+2919016)*w/(146966400*y*M),h=m+b/e+x/(e*e)+S/(e*e*e),h<=0&&(h=a),L=h-C*r(h)+(1+C)*r(1+C)-C,u=1/(1+C),f=h<C?u:0,p=h<C?1:u,te=(f+p)/2,d=o(L,C),s(d,te,f,p,32,100)}t.exports=c})),Mc=/* @__PURE__ */ n(((e,t)=>{
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
var n=ge(),r=se(),i=Ls(),a=pe(),o=me();function s(e,t,s,c,l,u){var d,f,p,m,h,g,_,v,y,b,x,S,C,w=0,T,E;f=!1,g=t,h=r(1,1-l),y=a(1e7*t,1e7),_=0,p=y,m=y,v=u;do{if(_=w,m=p,p=y,C=e(g),w=C[0],T=C[1],E=C[2],--v,w===0)break;if(T===0?(_===0&&(t=g===s?c:s,_=e(t),y=t-g),y=i(_)*i(w)<0?y<0?(g-s)/2:(g-c)/2:y<0?(g-c)/2:(g-s)/2):E===0?y=w/T:(b=2*w,S=2*T-E/T*w,y=n(S)<1&&n(b)>=n(S)*o?w/T:b/S,y*T/w<0&&(y=w/T,n(y)>2*n(t)&&(y=(y<0?-1:1)*2*n(t)))),d=n(y/m),d>.8&&d<2&&(y=y>0?(g-s)/2:(g-c)/2,n(y)>g&&(y=i(y)*g),m=y*3),t=g,g-=y,g<s){if(x=n(s)<1&&n(g)>1&&o/n(g)<n(s)?1e3:g/s,n(x)<1&&(x=1/x),!f&&x>0&&x<3)y=.99*(t-s),g=t-y,f=!0;else if(y=(t-s)/2,g=t-y,g===s||g===c)break}else if(g>c){if(x=n(c)<1&&n(g)>1&&o/n(g)<n(c)?1e3:g/c,n(x)<1&&(x=1/x),!f&&x>0&&x<3)y=.99*(t-c),g=t-y,f=!0;else if(y=(t-c)/2,g=t-y,g===s||g===c)break}y>0?c=t:s=t}while(v&&n(g*h)<n(y));return g}t.exports=s})),Nc=/* @__PURE__ */ n(((e,t)=>{
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
var n=fe().assign,r=ge(),i=me(),a=_e();function o(e,t,o,s){return c;function c(c){var l,u,d,f,p=1-c;return l=[0,0],n(c,e,t,!0,s,l,1,0),f=l[0]-o,u=l[1],s&&(u=-u),p===0&&(p=a*64),c===0&&(c=a*64),d=u*(-(p*e)+(t-2)*c+1),r(d)<p*c*i&&(d/=p*c),s&&(d=-d),u===0&&(u=(s?-1:1)*a*64),[f,u,d]}}t.exports=o})),Pc=/* @__PURE__ */ n(((e,t)=>{
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
var n=De(),r=Be(),i=Le(),a=xe(),o=ve(),s=he(),c=R(),l=ge(),u=Me(),d=U(),f=ce(),p=pe(),m=oe(),h=W(),g=_e(),_=B(),v=ae(),y=Ns(),b=Ps(),x=Qs(),S=jc(),C=Mc(),w=Nc(),T=32,E=1e3,D=[0,0,0,0,0];function O(e,t,O,k){var A,j=!1,M,N,ee,P,F,I,L,te,R,z,B,V,ne,re,ie,ae,oe,H,se,U,ce,le,W,ue,de,G,K;if(k===0)return[1,0];if(O===0)return[0,1];if(e===1){if(t===1)return[O,1-O];z=t,t=e,e=z,z=k,k=O,O=z,j=!0}if(G=0,N=0,P=1,e===.5){if(t===.5)return G=f(O*_),G*=G,K=f(k*_),K*=K,[G,K];t>.5&&(z=t,t=e,e=z,z=k,k=O,O=z,j=!j)}if(t===.5&&e>=.5&&O!==1)se={},G=y(e,O,se),K=se.value;else if(t===1)return O<k?e>1?(G=d(O,1/e),K=-i(h(O)/e)):(G=d(O,1/e),K=1-G):(G=u(a(-k)/e),K=-i(a(-k)/e)),j&&(z=K,K=G,G=z),[G,K];else if(e+t>5)O>.5&&(z=t,t=e,e=z,z=k,k=O,O=z,j=!j),L=m(e,t),I=p(e,t),c(L)>I-L&&L>5?(G=b(e,t,O),K=1-G):(W=e+t,ee=o(c(e/W)),M=L/W,M>=.2&&M<=.8&&W>=10?(R=d(O,1/e),G=R<.0025&&e+t<200?R*d(e*s(e,t),1/e):x(O,W,ee),K=1-G):(e<t&&(z=t,t=e,e=z,z=k,k=O,O=z,j=!j),te=0,t<2&&(te=s(e,t)),te===0?K=1:(K=d(t*k*te,1/t),G=1-K)),K>1e-5&&(G=S(e,t,O,k),K=1-G));else if(e<1&&t<1){if(H=(1-e)/(2-e-t),re=r(H,e,t)-O,l(re)/O<v*3)return j?[1-H,H]:[H,1-H];re<0&&(z=t,t=e,e=z,z=k,k=O,O=z,j=!j,H=1-H),oe=d(e*O*s(e,t),1/e),G=oe/(1+oe),K=1/(1+oe),G>H&&(G=H),P=H}else e>1&&t>1?(H=(e-1)/(e+t-2),B=(t-1)/(e+t-2),ae=r(H,e,t)-O,ae<0&&(z=t,t=e,e=z,z=k,k=O,O=z,z=B,B=H,H=z,j=!j),ie=h(O*e*s(e,t))/e,G=u(ie),K=G<.9?1-G:-i(ie),t<e&&G<.2&&(V=e-1,ne=t-1,U=e*e,ce=e*U,le=t*t,D[0]=0,D[1]=1,D[2]=ne/V,V*=V,D[3]=ne*(3*e*t+5*t+U-e-4)/(2*(e+2)*V),V*=e+1,D[4]=ne*(33*e*le+31*le+8*U*le-30*e*t-47*t+11*U*t+6*ce*t+18+4*e-ce+U*U-10*U),D[4]/=3*(e+3)*(e+2)*V,G=n(D,G)),G>H&&(G=H),P=H):(t<e&&(z=t,t=e,e=z,z=k,k=O,O=z,j=!j),d(O,1/e)<.5?(G=d(O*e*s(e,t),1/e),G===0&&(G=g),K=1-G):(K=d(1-d(O,t*s(e,t)),1/t),K===0&&(K=g),G=1-K));return G>.5&&(z=t,t=e,e=z,z=k,k=O,O=z,z=K,K=G,G=z,j=!j,ue=1-P,de=1-N,N=ue,P=de),N===0&&(j?(N=v,G<N&&(G=N)):N=g,G<N&&(G=N)),A=T,G<1e-50&&(e<1||t<1)&&(A*=3,A/=2),F=w(e,t,O<k?O:k,O>=k),G=C(F,G,N,P,A,E),G===N&&(G=0),j?[1-G,G]:[G,1-G]}t.exports=O})),Fc=/* @__PURE__ */ n(((e,t)=>{
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
t.exports=Pc()})),Ic=/* @__PURE__ */ n(((e,t)=>{
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
var n=Fc(),r=Te(),i=Ls(),a=R();function o(e,t){var o,s;return r(t)||r(e)||t<=0||e<0||e>1?NaN:(o=e>.5?1-e:e,s=n(t/2,.5,2*o,1-2*o),i(e-.5)*a(t*s[1]/s[0]))}t.exports=o})),Lc=/* @__PURE__ */ n(((e,t)=>{
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
var n=V(),r=Fc(),i=Te(),a=Ls(),o=R();function s(e){return i(e)||e<=0?n(NaN):t;function t(t){var n,s;return i(t)||t<0||t>1?NaN:(n=t>.5?1-t:t,s=r(e/2,.5,2*n,1-2*n),a(t-.5)*o(e*s[1]/s[0]))}}t.exports=s})),Rc=/* @__PURE__ */ n(((e,t)=>{
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
var n=je(),r=Ic();n(r,`factory`,Lc()),t.exports=r})),zc=/* @__PURE__ */ t(ls(),1),Bc=/* @__PURE__ */ t(Rc(),1);function Vc(e,t,n){return n===`less`?Uc(e,t):n===`greater`?Uc(-e,t):Math.min(1,2*Uc(-Math.abs(e),t))}function Hc(e,t){return(0,Bc.default)(e,t)}function Uc(e,t){return e===-1/0?0:e===1/0?1:(0,zc.default)(e,t)}function Wc(e,{confidence:t,alternative:n}){let r=as(e);if(r===null||!Number.isFinite(r.mean))return xr;let{rows:i,mean:a,variance:o}=r;if(os(e))return Sr;if(!Number.isFinite(o))return{...xr,difference:a};let s=Math.sqrt(o),c=-Hc(br(t),i-1)*s;return{difference:a,lower:a-c,upper:a+c,pValue:Vc(s===0?a/0:a/s,i-1,n??`two-sided`)}}function Gc(e){let t=co(),n=rs;return{add(r){let i=t(r.rows);e(r,i),n=is(n,{values:i,weights:r.weights})},moments:()=>n,compared:e=>Or(e,`pairedT`,Wc(n,{confidence:Er}))}}function Kc({labels:e,challenger:t,champion:n},r){for(let i=0;i<r.length;i++)r[i]=(t[i]-e[i])**2-(n[i]-e[i])**2}const qc=2**-52,Jc=1-2**-52;function Yc(e,t){return Math.log(Xc(e)/Xc(t))}function Xc(e){return Math.min(Math.max(e,qc),Jc)}function Zc(e){let t=Gc((t,n)=>{for(let r=0;r<n.length;r++)n[r]=el(e,t,r)}),n={rows:0,championOnly:0,challengerOnly:0},r=!1;return{add(i){r||=i.weights!==void 0,r?t.add(i):n=$c(n,e,i)},compared:()=>r?t.compared(`accuracy`):Qc(n)}}function Qc(e){let t=ns(e,{confidence:Er,alternative:Dr(`accuracy`)});return{...ns(e,{confidence:Er}),test:`mcnemar`,lossPValue:t.pValue}}function $c({rows:e,championOnly:t,challengerOnly:n},r,i){let[a,o]=[t,n];for(let e=0;e<i.rows;e++){let t=el(r,i,e);t<0?a++:t>0&&o++}return{rows:e+i.rows,championOnly:a,challengerOnly:o}}function el(e,t,n){return Number(e(t,n,t.challenger))-Number(e(t,n,t.champion))}function tl(e){let t=new Float64Array(e),n=t,r=0,i=(i,a)=>{n===t&&(n=new Float64Array(e));for(let e=0;e<a.length;e++)n[i[e]|0]+=a[e],a[e]===0&&r--};return{add({rows:e,labels:n,weights:a}){for(let r=0;r<e;r++)t[n[r]|0]++;r+=e,a!==void 0&&i(n,a)},rows:()=>[...t],against(e){let t=n.reduce((t,n,r)=>r===e?t:t+n,0);return{positive:n[e]??0,negative:t,rows:r}}}}const nl={positive:0,negative:0},rl={positive:NaN,negative:NaN};function il(e,t,{below:n=nl,values:r=new Float64Array(e.scores.length)}={}){let{scores:i,labels:a,weights:o,rows:s}=e;if(Number.isNaN(i.at(-1)))return{rows:s,values:r.fill(NaN),below:rl};let{positive:c,negative:l}=n;for(let e=0;e<i.length;){let n=e,s=0,u=0;do{let e=o===void 0?1:o[n];s+=a[n]*e,u+=(1-a[n])*e}while(++n<i.length&&i[n]===i[e]);let d=sl(l,u),f=cl(c,s,t);do{let n=a[e],i=n*d+(1-n)*f;r[e]=i/(n*t.negative+(1-n)*t.positive)}while(++e<n);c+=s,l+=u}return{rows:s,values:r,below:{positive:c,negative:l}}}function al(e,t,{negative:n}){return sl(e,t)/n}function ol(e,t,n){return cl(e,t,n)/n.positive}function sl(e,t){return e+t/2}function cl(e,t,{positive:n}){return n-e-t/2}const ll={positive:rs,negative:rs};function ul(e,t){let n=e;for(let e=0;e<t.labels.length;e+=X){let r=t=>t.subarray(e,e+X);n=fl(n,{labels:r(t.labels),champion:r(t.champion),challenger:r(t.challenger),weights:t.weights===void 0?void 0:r(t.weights)})}return n}function dl(e,t){let n=as(e.positive),r=as(e.negative);if(n===null||r===null||!Number.isFinite(n.mean+r.mean))return xr;let i=n.mean,{confidence:a,alternative:o=`two-sided`}=t;if(os(e.positive)&&os(e.negative))return Sr;let s=Math.sqrt(n.variance+r.variance);if(!Number.isFinite(s))return{...xr,difference:i};let c=-qo(br(a))*s,l=i===0?0:i/s;return{difference:i,lower:i-c,upper:i+c,pValue:Jo(l,o)}}function fl({positive:e,negative:t},n){return{positive:is(e,ml(n,1)),negative:is(t,ml(n,0))}}const pl={values:new Float64Array(X),weights:new Float64Array(X)};function ml({labels:e,champion:t,challenger:n,weights:r},i){let{values:a}=pl,o=r===void 0?void 0:pl.weights,s=0;for(let c=0;c<e.length;c++)e[c]===i&&(a[s]=n[c]-t[c],o!==void 0&&(o[s]=r[c]),s++);return{values:a.subarray(0,s),weights:o?.subarray(0,s)}}function hl(e,t){return{scores:new Float64Array(e),labels:new Uint8Array(e),weights:t?new Float64Array(e):void 0,rows:new Uint32Array(e)}}function gl({scores:e,labels:t,weights:n,rows:r},i,a){return{scores:e.subarray(i,a),labels:t.subarray(i,a),weights:n?.subarray(i,a),rows:r.subarray(i,a)}}function _l(e,t){let n=[],r=null,i=/* @__PURE__ */ new Float64Array,a=nl;function o({rows:e}){return i.length<e.length&&(i=new Float64Array(e.length)),i.subarray(0,e.length)}function s(){r!==null&&(n.push({ofPositive:al(a.negative,r.negative,e),ofNegative:ol(a.positive,r.positive,e)}),a={positive:a.positive+r.positive,negative:a.negative+r.negative},r=null)}function c(e){r=bl(e,r),t.write(e.rows,o(e).fill(-1-n.length))}function l(n){let{scores:i}=n,l=r===null?0:vl(r.score,i);if(l>0&&c(gl(n,0,l)),l===i.length)return;s();let u=yl(i),d=gl(n,l,u),f=il(d,e,{below:a,values:o(d)});a=f.below,t.write(f.rows,f.values),c(gl(n,u,i.length))}function u(e,r){s();let i=t.read(e,r.length);for(let e=0;e<i.length;e++){let t=i[e];t<=-1&&(i[e]=xl(n[-1-t],r[e]))}return i}return{add:l,read:u}}function vl(e,t){let n=0;for(;n<t.length&&t[n]===e;)n++;return n}function yl(e){let t=e.length-1;for(;t>0&&e[t-1]===e[t];)t--;return t}function bl({scores:e,labels:t,weights:n},r){let{positive:i,negative:a}=r??{positive:0,negative:0};Number.isNaN(e[0])&&([i,a]=[NaN,NaN]);for(let r=0;r<e.length;r++){let e=n===void 0?1:n[r];i+=t[r]*e,a+=(1-t[r])*e}return{score:e[0],positive:i,negative:a}}function xl({ofPositive:e,ofNegative:t},n){return n===1?e:t}function Sl(e,t){let n={},r=null,i=xr;return{async rank(a,o){let{model:s}=a,c=e(),l=la(c),u=_l(c,(s===`challenger`?o.numbers.lasting:o.numbers.passing)(o.rows()));for await(let e of o.ranked(a))l.add(e),u.add(e),t?.rank(s,e);n[s]=l.metrics(),s===`challenger`?r=u:(n.challenger?.auc!==null&&n[s].auc!==null&&(i=Cl(o,r,u)),r=null)},metrics:e=>n[e]??{},compared:()=>Or(`auc`,`delong`,i)}}function Cl(e,t,n){let r=ll,i=0;for(let{labels:a,weights:o,rows:s}of e.parts()){let e=new Uint8Array(a),c={challenger:t.read(i,e),champion:n.read(i,e)};r=ul(r,{labels:e,weights:o,...c}),i+=s}return dl(r,{confidence:Er})}function wl(e,t){let n=tl(2),r=Tl(e),i=Sl(()=>n.against(1),t),[a,o]=[Rr,Rr],s=!1;return{add:t=>{let i=new Uint8Array(t.labels);n.add(t),a=zr(a,{labels:i,scores:t.challenger,weights:t.weights},e),t.champion!==null&&(s=!0,o=zr(o,{labels:i,scores:t.champion,weights:t.weights},e),r.add(t))},rank:i.rank,finish:()=>({classRows:n.rows(),challenger:{...Ur(a),...i.metrics(`challenger`)},champion:s?{...Ur(o),...i.metrics(`champion`)}:null,comparisons:{auc:i.compared(),...r.compared()}})}}function Tl(e){let t=Zc(({labels:t},n,r)=>Number(r[n]>=e)===t[n]),n=Gc(El),r=Gc(Kc);return{add(e){for(let i of[t,n,r])i.add(e)},compared:()=>({accuracy:t.compared(),logLoss:n.compared(`logLoss`),brier:r.compared(`brier`)})}}function El({labels:e,challenger:t,champion:n},r){for(let i=0;i<r.length;i++){let a=e[i];r[i]=Yc(Dl(n[i],a),Dl(t[i],a))}}function Dl(e,t){return 1-t+(2*t-1)*e}function Ol(e){let t=tl(e),[n,r]=[Zc(kl),Gc(Al)],i=Ki(e),a=null,o=o=>{let s={labels:new Uint32Array(o.labels),classes:e,weights:o.weights};t.add(o),i=qi(i,{...s,scores:o.challenger}),o.champion!==null&&(a=qi(a??Ki(e),{...s,scores:o.champion}),n.add(o),r.add(o))},s={challenger:Ml(),champion:Ml()};return{add:o,rank:async(e,n)=>{let r=s[e.model];r.isKnown()&&r.add(await jl(e,n,t.against(e.column)))},finish:()=>({classRows:t.rows(),challenger:{...Zi(i),aucMacro:s.challenger.mean()},champion:a===null?null:{...Zi(a),aucMacro:s.champion.mean()},comparisons:{accuracy:n.compared(),logLoss:r.compared(`logLoss`)}})}}function kl({labels:e,width:t},n,r){return dr(r,n*t,t)===e[n]}function Al({labels:e,width:t,challenger:n,champion:r},i){for(let a=0;a<i.length;a++){let o=a*t+e[a];i[a]=Yc(r[o],n[o])}}async function jl(e,t,n){let r=la(n);for await(let n of t.ranked(e))r.add(n);return r.metrics().auc}function Ml(){let[e,t]=[0,0];return{isKnown:()=>e!==null,add(n){e=e===null||n===null?null:e+n,t++},mean:()=>e===null||t===0?null:e/t}}function Nl(){let e=Gc(Kc),t=Gc(({labels:e,challenger:t},n)=>Pl(t,e,n)),n=Gc(({labels:e,champion:t},n)=>Pl(t,e,n));return{add(r){for(let i of[e,t,n])i.add(r)},compared(){let r=e.compared(`rmse`),[i,a,o]=[e,t,n].map(e=>as(e.moments()));return r.lower===null||r.difference===0||!i||!a||!o?r:{...r,...Fl(i,a,o)??Il(r,a,o)}}}}function Pl(e,t,n){for(let r=0;r<n.length;r++)n[r]=(e[r]-t[r])**2}function Fl(e,t,n){let[r,i]=[.5/Math.sqrt(t.mean),.5/Math.sqrt(n.mean)],a=Math.sqrt(t.mean)-Math.sqrt(n.mean),o=(r-i)*(r*t.variance-i*n.variance)+r*i*e.variance,s=-Hc(br(Er),e.rows-1)*Math.sqrt(Math.max(0,o));return Number.isFinite(s)?{difference:a,lower:a-s,upper:a+s}:null}function Il({difference:e,lower:t,upper:n},r,i){let a=Math.sqrt(r.mean)+Math.sqrt(i.mean);return{difference:e/a,lower:t/a,upper:n/a}}function Ll(e){let[t,n,r]=[Nl(),Gc(Rl),Gc(Bl)],[i,a]=[Ba,Ba],[o,s]=[0,!1],c=e=>{let{labels:c,weights:l}=e;if(i=Va(i,{labels:c,predictions:e.challenger,weights:l}),o+=l===void 0?e.rows:l.reduce((e,t)=>e+t,0),e.champion!==null){s=!0,a=Va(a,{labels:c,predictions:e.champion,weights:l});for(let i of[t,n,r])i.add(e)}},l={},u=async(t,n)=>{let r=Ga(o);for await(let i of n.ranked(t))r.add(i.scores,i.weights),e?.rank(t.model,i);l[t.model]=r.median()},d=(e,t)=>{let n=Ha(e);return{...n,medianAbsoluteError:n.mae===null?null:l[t]??null}};return{add:c,rank:u,finish:()=>({classRows:null,challenger:d(i,`challenger`),champion:s?d(a,`champion`):null,comparisons:{rmse:t.compared(),mae:n.compared(`mae`),mape:r.compared(`mape`)}})}}function Rl({labels:e,challenger:t,champion:n},r){for(let i=0;i<r.length;i++)r[i]=Math.abs(t[i]-e[i])-Math.abs(n[i]-e[i])}const zl=2**-52;function Bl(e,t){Rl(e,t);for(let n=0;n<t.length;n++)t[n]/=Math.max(Math.abs(e.labels[n]),zl)}function Vl(e,t){let n=Hl(e);return{add:n.add,rank:e=>n.rank(e,t),finish(){let{task:r,primaryMetric:i}=e.evaluation,a=n.finish(),o=Ul(e,a)?Wl(a,t,e):a,s=k[r].map(e=>[e,Kl(e,o)]),c=Object.fromEntries(s.map(([n,r])=>{let i=Zo(r,e.marginOf(n),t.rows());return[n,{...r,neededRows:i}]})),l=c[i]?.difference===null?null:o.comparisons[i]?.lossPValue??null;return{rows:t.rows(),classRows:o.classRows,metrics:c,lossPValue:l}}}}function Hl({evaluation:e,width:t,curves:n}){switch(e.task){case`binary`:return wl(e.threshold,n);case`multiclass`:return Ol(t);case`regression`:return Ll(n)}}function Ul({isSlice:e,evaluation:t},{champion:n,comparisons:r}){return n!==null&&!(e&&t.primaryMetric in r)}function Wl(e,t,n){return{...e,comparisons:{...xo(e,t,n),...e.comparisons}}}const Gl={difference:null,lower:null,upper:null,pValue:null,test:null};function Kl(e,{challenger:t,champion:n,comparisons:r}){let i={challenger:t[e]??null,champion:n?.[e]??null};if(i.challenger===null||i.champion===null)return{...i,...Gl};let a=i.challenger-i.champion;return{...i,...Gl,...ql(r[e]),difference:a}}function ql(e){if(e===void 0)return{};let{lower:t,upper:n,pValue:r,test:i}=e;return{lower:t,upper:n,pValue:r,test:i}}function Jl({rows:e,labels:t,weights:n,challenger:r,champion:i}){let{values:a,width:o}=r;return{rows:e,labels:t,weights:n,challenger:a,champion:i?.values??null,width:o}}const Yl={Uint8Array,Float32Array,Float64Array};function Xl({rows:e,labels:t,weights:n,challenger:r,champion:i,slices:a}){let o=0,s=e=>{let t={kind:iu(e),at:o,length:e.length};return o+=8*Math.ceil(e.length*Yl[t.kind].BYTES_PER_ELEMENT/8),t},c={labels:s(t),weights:n===void 0?null:s(n),challenger:s(r.values),champion:i===null?null:s(i.values)},l=o+a.length*4*ru(e);return{rows:e,width:r.width,...c,members:o,sizeBytes:l}}function Zl(e,t,n){Ql(n,e.labels).set(t.labels),e.weights!==null&&Ql(n,e.weights).set(t.weights),Ql(n,e.challenger).set(t.challenger.values),e.champion!==null&&Ql(n,e.champion).set(t.champion.values);for(let[r,i]of t.slices.entries())tu(nu(n,e,r),i)}function Ql(e,{kind:t,at:n,length:r}){return new Yl[t](e.buffer,e.byteOffset+n,r)}function $l(e,t,n,r){let i=nu(e,t,n),a=0;for(let e=0;e<i.length;e++)for(let t=i[e];t!==0;t&=t-1)r[a++]=32*e+eu(t);return r.subarray(0,a)}function eu(e){return 31-Math.clz32(e&-e)}function tu(e,t){for(let n=0;n<e.length;n++){let r=Math.min(t.length,32*(n+1)),i=0;for(let e=32*n;e<r;e++)i|=t[e]<<e;e[n]=i}}function nu(e,{rows:t,members:n},r){let i=ru(t);return new Uint32Array(e.buffer,e.byteOffset+n+4*i*r,i)}function ru(e){return Math.ceil(e/32)}function iu(e){let[t,n]=[!0,!0];for(let r=0;r<e.length&&n;r++){let i=e[r];t&&=i===(i&255),n=Math.fround(i)===i||Number.isNaN(i)}return t?`Uint8Array`:n?`Float32Array`:`Float64Array`}const au=2**20;function ou(e,t){let n=/* @__PURE__ */ new Uint8Array,r=/* @__PURE__ */ new Uint8Array,i={held:r,position:0},a=0;function o(){i.position=e.append(r.subarray(0,a)),i.held=null,i={held:r,position:0},a=0}function s(e){a+e>t&&o();let n=a+e;if(n>r.length){let e=new Uint8Array(Math.min(t,Math.max(n,au,2*r.length)));e.set(r.subarray(0,a)),r=e,i.held=r}return r.subarray(a,n)}function c(e){return n.length<e&&(n=new Uint8Array(e)),n.subarray(0,e)}return{put(n,r){if(n>t){let t=c(n);return r(t),{box:{held:null,position:e.append(t)},offset:0,sizeBytes:n}}r(s(n));let o={box:i,offset:a,sizeBytes:n};return a=Math.min(t,8*Math.ceil((a+n)/8)),o},bytesAt({box:{held:t,position:n},offset:r,sizeBytes:i}){if(t!==null)return t.subarray(r,r+i);let a=c(i);return e.read(n+r,a),a}}}function su(e,t,n){let r=ou(t,n),i=co(),a=[],o=Array(e).fill(0),s=0,c=/* @__PURE__ */ new Uint32Array;function l(e){let t=Xl(e),n=r.put(t.sizeBytes,n=>Zl(t,e,n));a.push({...t,place:n,firstRow:s}),s+=e.rows;for(let[t,n]of e.slices.entries())o[t]+=cu(n);c.length<e.rows&&(c=new Uint32Array(e.rows))}function*u(e){for(let t of a){let n=r.bytesAt(t.place),a=e===null?null:$l(n,t,e,c),o=lu(t),s=ao(i((a?.length??t.rows)*to(o)),o);s.rows>0&&(yield uu(s,{block:t,bytes:n,members:a}))}}function*d(e){for(let t of a)yield{firstRow:t.firstRow,places:$l(r.bytesAt(t.place),t,e,c)}}return{add:l,parts:u,members:d,rows:e=>e===null?s:o[e]}}function cu(e){let t=0;for(let n=0;n<e.length;n++)t+=e[n];return t}function lu({width:e,weights:t,champion:n}){return{width:e,hasWeights:t!==null,hasChampion:n!==null}}function uu(e,{block:t,bytes:n,members:r}){for(let i of[`labels`,`weights`,`challenger`,`champion`]){let[a,o]=[t[i],e[i]];a!==null&&o&&du(Ql(n,a),r,o)}return e}function du(e,t,n){if(t===null){n.set(e);return}let r=n.length/t.length;if(r===1)for(let r=0;r<t.length;r++)n[r]=e[t[r]];else for(let i=0;i<t.length;i++)n.set(e.subarray(t[i]*r,(t[i]+1)*r),i*r)}const fu=8192;async function*pu(e){let t=await mu(e),n=t.some(({part:e})=>e.weights!==void 0),r={rows:hl(fu,n),filled:0};for(;t.length>0;)yu(r,t),t[0].next===t[0].part.scores.length&&await bu(t),r.filled<fu||(yield r.rows,r.filled=0);r.filled>0&&(yield gl(r.rows,0,r.filled))}async function mu(e){let t=[];for(let[n,r]of e.entries()){let e=hu(r),i=await gu(e);i!==null&&t.push({run:n,parts:e,part:i,next:0,score:i.scores[0]})}return t.sort((e,t)=>_u(e,t)?-1:1)}async function*hu(e){yield*e}async function gu(e){for(;;){let{done:t,value:n}=await e.next();if(t===!0)return null;if(n.scores.length>0)return n}}function _u(e,t){return e.score===t.score?e.run<t.run:e.score<t.score||Number.isNaN(t.score)&&vu(e,t)}function vu(e,t){return!Number.isNaN(e.score)||e.run<t.run}function yu(e,t){let{scores:n,labels:r,rows:i,weights:a}=e.rows;for(;e.filled<fu;xu(t)){let o=t[0],{part:s,next:c}=o;if(n[e.filled]=o.score,r[e.filled]=s.labels[c],i[e.filled]=s.rows[c],a!==void 0&&(a[e.filled]=s.weights[c]),e.filled++,o.next++,o.next===s.scores.length)return;o.score=s.scores[o.next]}}async function bu(e){let t=e[0],n=await gu(t.parts);if(n!==null)Object.assign(t,{part:n,next:0,score:n.scores[0]});else{let t=e.pop();if(e.length===0)return;e[0]=t}xu(e)}function xu(e){let t=e[0],n=0;for(let r=1;r<e.length&&(r+1<e.length&&_u(e[r+1],e[r])&&r++,_u(e[r],t));r=2*n+1)e[n]=e[r],n=r;e[n]=t}function Su(e){let t=new Uint32Array(e.rows.length);for(let n=0;n<t.length;n++)t[e.rows[n]]=n;return{rows:e,ranks:t}}function Cu(){let e=/* @__PURE__ */ new Uint32Array,t=/* @__PURE__ */ new Uint32Array,n=hl(0,!1);return({rows:r,ranks:i},a,o)=>{t.length<i.length&&([e,t]=[new Uint32Array(Math.ceil(i.length/32)),new Uint32Array(i.length)]),n.rows.length<o&&(n=hl(o,r.weights!==void 0)),wu(a,i,{isMember:e,ownRow:t});let s=gl(n,0,o);return Tu(r,s,{isMember:e,ownRow:t}),s}}function wu(e,t,{isMember:n,ownRow:r}){let i=0;for(let{firstRow:a,places:o}of e)for(let e=0;e<o.length;e++){let s=t[a+o[e]];n[s>>>5]|=1<<s,r[s]=i++}}function Tu(e,t,{isMember:n,ownRow:r}){let i=0;for(let a=0;a<n.length;a++){for(let o=n[a];o!==0;o&=o-1){let n=32*a+eu(o);t.scores[i]=e.scores[n],t.labels[i]=e.labels[n],t.weights!==void 0&&(t.weights[i]=e.weights[n]),t.rows[i++]=r[n]}n[a]=0}}function Eu(e){return{labels:new Uint8Array(e),scores:new Float64Array(e),weights:co(),sorting:Qr(e)}}function*Du(e,{sortBy:t},n){let{labels:r,scores:i}=n,a=r.length,o,[s,c]=[0,0],l=()=>({firstRow:s,rows:{scores:i.subarray(0,c),labels:r.subarray(0,c),weights:o?.subarray(0,c)}});for(let u of e){c+u.rows>a&&(yield l(),s+=c,c=0);let e=t(u);i.set(e.scores,c),r.set(e.labels,c),e.weights!==void 0&&(o??=n.weights(a),o.set(e.weights,c)),c+=u.rows}c>0&&(yield l())}const Ou=4096;function ku(e,t){let n={scores:t.append(Au(e.scores)),labels:t.append(e.labels),rows:t.append(Au(e.rows)),weights:e.weights===void 0?null:t.append(Au(e.weights))},{length:r}=e.rows;return{*[Symbol.iterator](){let e=hl(Ou,n.weights!==null);for(let i=0;i<r;i+=Ou){let a=gl(e,0,Math.min(Ou,r-i));for(let e of[`scores`,`labels`,`rows`,`weights`]){let[r,o]=[a[e],n[e]];r!==void 0&&t.read(o+i*r.BYTES_PER_ELEMENT,Au(r))}yield a}}}}function Au(e){return new Uint8Array(e.buffer,e.byteOffset,e.byteLength)}function ju(e){return X*Math.max(1,Math.floor(e/24/X))}function Mu(e,t,n){let r=Cu(),i=null,a=null,o=t=>e.rows(t)<=n;function*s(t,r){a=null,i??=Eu(Math.min(n,e.rows(null)));for(let{rows:n,firstRow:a}of Du(e.parts(t),r,i))yield fi(n,a,i.sorting)}function c(e){if(a?.ranking===e)return a.order;for(let t of s(null,e))a={ranking:e,order:Su(t)};return a?.order??null}function*l(t,n){if(!o(null))yield*s(t,n);else{let i=c(n);yield t===null?i.rows:r(i,e.members(t),e.rows(t))}}return async function*(n,r){if(e.rows(n)!==0){if(o(n))for(let e of l(n,r))yield*Pu(e);else yield*pu(Array.from(s(n,r),e=>ku(e,t)))}}}const Nu=8192;function*Pu(e){let{length:t}=e.rows;for(let n=0;n<t;n+=Nu)yield gl(e,n,Math.min(n+Nu,t))}const Fu=262144,Iu=1024;function Lu(e){return{write(t,n){for(let r=0;r<t.length;r++)e[t[r]]=n[r]},read:(t,n)=>e.subarray(t,t+n)}}function Ru(e){let t=[],n=zu(),r=/* @__PURE__ */ new Float64Array,i=null;function a(t){t.chunks.push(e.append(t.open.bytes)),t.filled=0}function o(r){if(i?.index===r)return i.values;let a=i?.values??new Float64Array(Fu);for(let i of t[r]?.chunks??[])e.read(i,n.bytes),Bu(n,Iu,a);let o=t[r];return o!==void 0&&Bu(o.open,o.filled,a),i={index:r,values:a},a}return{write(e,n){for(let r=0;r<e.length;r++){let i=e[r],o=Math.floor(i/Fu);t[o]??={chunks:[],open:zu(),filled:0};let s=t[o];s.open.rows[s.filled]=i,s.open.values[s.filled]=n[r],++s.filled===Iu&&a(s)}},read(e,t){r.length<t&&(r=new Float64Array(t));let n=r.subarray(0,t);for(let r=e;r<e+t;){let i=r%Fu,a=o(Math.floor(r/Fu)).subarray(i,i+e+t-r);n.set(a,r-e),r+=a.length}return n}}}function zu(){let e=new Uint8Array(12*Iu);return{bytes:e,values:new Float64Array(e.buffer,0,Iu),rows:new Uint32Array(e.buffer,8*Iu,Iu)}}function Bu({rows:e,values:t},n,r){for(let i=0;i<n;i++)r[e[i]%Fu]=t[i]}function Vu(e,{most:t,runRows:n}){let r=co(),i=t;return{lasting(t){return t>i?Ru(e):(i-=t,Lu(new Float64Array(t)))},passing:t=>t>n?Ru(e):Lu(r(t))}}const Hu=24*2**20;function Uu(e,t,n=Hu){let r=su(e,t,n/2),i=ju(n),a=Mu(r,t,i),o=Vu(t,{most:n/Float64Array.BYTES_PER_ELEMENT,runRows:i}),s=e=>({rows:()=>r.rows(e),parts:()=>r.parts(e),ranked:t=>a(e,t),numbers:o});return{add:r.add,all:s(null),slices:Array.from({length:e},(e,t)=>s(t))}}function Wu(e,{width:t,models:n}){let r=e===`multiclass`?Array.from({length:t},(e,t)=>t):[0],i={binary:Gu,multiclass:Ku,regression:qu}[e];return n.flatMap(e=>r.map(t=>({model:e,column:t,sortBy:n=>i(n,e,t)})))}function Gu({labels:e,weights:t,...n},r){return{labels:new Uint8Array(e),scores:n[r],weights:t}}function Ku({labels:e,weights:t,width:n,...r},i,a){let o=r[i];return{labels:Uint8Array.from(e,e=>Number(e===a)),scores:e.map((e,t)=>o[t*n+a]),weights:t}}function qu({labels:e,weights:t,...n},r){let i=n[r];return{labels:Uint8Array.from(e,(e,t)=>Number(i[t]>e)),scores:e.map((e,t)=>Math.abs(i[t]-e)),weights:t}}function Ju(e,t){let n=co(),r=null,i=qn(i=>{r??=Xu(e,Un(i),t),$u(i,e.evaluation.task);let a=Jl(i);r.keeper.add(i),r.all.add(a),r.curves.add(a);for(let[e,t]of r.slices.entries()){let r=lo(a,i.slices[e],n);r.rows>0&&t.add(r)}});return{async add(e){i.add(e)},async finish(){return i.end(),r??=Xu(e,Yu,t),await Zu(r),Qu(e,r)}}}const Yu={width:1,hasChampion:!1};function Xu(e,{width:t,hasChampion:n},r){let{spill:i,memoryBytes:a}=r,{task:o,primaryMetric:s}=e.evaluation,c=Uu(e.slices.length,i,a),l=yr(o),u=t=>t===s?e.gates.slices:{},d={...e,width:t};return{keeper:c,curves:l,rankings:Wu(o,{width:t,models:n?[`challenger`,`champion`]:[`challenger`]}),all:Vl({...d,curves:l,isSlice:!1,marginOf:t=>Qo(e.gates,t)},c.all),slices:c.slices.map(e=>Vl({...d,curves:null,isSlice:!0,marginOf:u},e))}}async function Zu({rankings:e,all:t,slices:n}){for(let r of e)for(let e of[t,...n])await e.rank(r)}function Qu(e,t){let{lossPValue:n,...r}=t.all.finish(),i=e.slices.map(({predicate:e,required:n},r)=>({predicate:e,isRequired:n,...t.slices[r].finish()})),{task:a,primaryMetric:o}=e.evaluation;return{task:a,primaryMetric:o,...r,slices:i,curves:t.curves.finish()}}function $u({firstRow:e,labels:t,challenger:n},r){if(r===`regression`)return;let i=Math.max(2,n.width),a=ed(t,i);if(a<0)return;let o=`row ${e+a+1} has the label ${t[a]}, and the model scores ${i} classes`;throw new d(`dataset-invalid`,o,{fix:`Compare the labels of the data with those of the contract.`})}function ed(e,t){for(let n=0;n<e.length;n++){let r=e[n];if(!(r>=0&&r<t&&Math.trunc(r)===r))return n}return-1}const td=65536;function nd({question:e,dataset:t,challenger:n,champion:r},{shard:i,range:a},o){return{schema:`model-release/scores/v1`,question:vt(`sha256`).update(lt(e)).digest(`hex`),dataset:t,challenger:n,champion:r,shard:i,range:a,form:o}}function rd(e){let t=new TextEncoder().encode(JSON.stringify(e)),n=new Uint8Array(8*Math.ceil((t.length+1)/8)).fill(32);return n.set(t),n[n.length-1]=10,n}function id(e){let t=e.indexOf(10);return t<0?null:t+1}function ad(e,t){return 8*(e*to(t)+sd(e,t.slices))}function od(e,t){let n=Math.floor(e/X),r=e%X;return n*ad(X,t)+(r===0?0:ad(r,t))}function sd(e,t){return Math.ceil(t*e/64)}function cd(e){let t=new Uint8Array(ad(e.rows,Un(e))),n=ro(Jl(e));t.set(new Uint8Array(n.buffer));let r=n.byteLength*8;for(let n of e.slices)for(let e=0;e<n.length;e++,r++)n[e]===1&&(t[r>>3]|=1<<(r&7));return t}function ld(e,{firstRow:t,rows:n},r){let i=ad(n,{...r,slices:0}),{labels:a,weights:o,challenger:s,champion:c,width:l}=ao(new Float64Array(e.buffer,e.byteOffset,i/8),r),u=i*8,d={firstRow:t,rows:n,labels:a,slices:Array.from({length:r.slices},()=>{let t=new Uint8Array(n);for(let r=0;r<n;r++,u++)t[r]=e[u>>3]>>(u&7)&1;return t}),challenger:{values:s,width:l},champion:c===null?null:{values:c,width:l}};return o===void 0?d:{...d,weights:o}}const ud={width:1,slices:0,hasWeights:!1,hasChampion:!1};function dd(e,t,n){let r=vt(`sha256`),i=0,a=e=>{r.update(e),n.append(e)},o=(n=ud)=>a(rd(nd(e,t,n))),s=qn(e=>{i===0&&o(Un(e)),a(cd(e)),i+=e.rows},t.range.firstRow);return{add:e=>s.add(e),finish(){if(s.end(),i===0&&o(),i!==t.range.rows)throw fd(i,t);n.append(r.digest()),n.complete()}}}function fd(e,{shard:t,range:n}){let r=`shard ${t.index+1} of ${t.count} has ${n.rows} rows, and ${e} were scored`;return new d(`internal`,r,{fix:`Report this.`})}const pd=2**40;async function md(e,{datasets:t,copies:n}){let{release:r,signature:i,evaluation:a,folder:o,shard:s}=e,{task:c,label:l,weight:u,output:d}=a,f=r.manifest.evaluation?.inputs??a.inputs,p=await t.open({path:await vd(a.dataset.uri,o,n),evaluation:{task:c,label:l,..._d({weight:u,output:d,inputs:f})},contract:r.manifest.contract,signature:i,slices:j(a),...s===null?{}:{shard:s}});if(a.dataset.digest===void 0||a.dataset.digest===`sha256:${p.digest}`)return p;throw await p[Symbol.asyncDispose](),yd(p,a)}function hd(e,t){return gd(e)===gd(t)}function gd({contract:e,evaluation:t}){let n=e.inputs.map(({name:e,dtype:t,shape:n,features:r,nullable:i,encoding:a})=>({name:e,dtype:t,shape:n,features:r,nullable:i,encoding:a}));return JSON.stringify([n,t?.inputs??null])}function _d(e){return Object.fromEntries(Object.entries(e).filter(([,e])=>e!==void 0))}async function vd(e,t,n){return ut(e)?n.file(e,pd):`${t}/${e}`}function yd({digest:e},{dataset:t}){let n=`${t.uri} is sha256:${e}, and evaluation.dataset.digest says ${t.digest}`;return new d(`dataset-invalid`,n,{fix:`Restore the file, or name its digest if the change is meant.`})}const bd=/* @__PURE__ */ new Float64Array(1),xd=new Uint32Array(bd.buffer);function Sd(e,t){return bd[0]=e,t<=32?xd[0]=0:xd[0]&=Cd(t-32),t<32&&(xd[1]&=Cd(t)),bd[0]+0}function Cd(e){return e===32?4294967295:~(4294967295>>>e)>>>0}const wd={rows:0,absent:0,infinite:0,lowest:null,highest:null,bits:64,buckets:[]};function Td(e=wd){let{rows:t,absent:n,infinite:r}=e,[i,a]=[e.lowest??1/0,e.highest??-1/0],o=Dd(e);return{add(e){for(let s=0;s<e.length;s++){let c=e[s];c-c===0?(t++,c<i&&(i=c),c>a&&(a=c),o.add(c,1)):Number.isNaN(c)?n++:r++}},sketch:()=>({rows:t,absent:n,infinite:r,lowest:t===0?null:i,highest:t===0?null:a,...o.buckets()})}}function Ed(e,t){let n=Dd(e);n.coarsen(t.bits);for(let[e,r]of t.buckets)n.add(e,r);let r=[e,t].filter(({rows:e})=>e>0);return{rows:e.rows+t.rows,absent:e.absent+t.absent,infinite:e.infinite+t.infinite,lowest:r.length===0?null:Math.min(...r.map(({lowest:e})=>e)),highest:r.length===0?null:Math.max(...r.map(({highest:e})=>e)),...n.buckets()}}function Dd(e){let t=e.bits,n=new Map(e.buckets);function r(e,r){let a=Sd(e,t);for(n.set(a,(n.get(a)??0)+r);n.size>512;)i(t-1)}function i(e){if(e>=t)return;t=e;let r=n;n=/* @__PURE__ */ new Map;for(let[e,i]of r){let r=Sd(e,t);n.set(r,(n.get(r)??0)+i)}}return{add:r,coarsen:i,buckets:()=>({bits:t,buckets:[...n].sort(([e],[t])=>e-t)})}}function Od(e){let t=new Set(e),n=1/0;function r(){let e=[...t].sort((e,t)=>e-t).slice(0,256);return e.length===256&&(n=e.at(-1)),t=new Set(e),e}return{add(e){let i=kd(e);i<n&&t.add(i),t.size>=512&&r()},smallest:r}}function kd(e){let t=3735928559^e.length,n=1103547991^e.length;for(let r=0;r<e.length;r++){let i=e.charCodeAt(r);t=Math.imul(t^i,2654435761),n=Math.imul(n^i,1597334677)}return t=Math.imul(t^t>>>16,2246822507)^Math.imul(n^n>>>13,3266489909),n=Math.imul(n^n>>>16,2246822507)^Math.imul(t^t>>>13,3266489909),(n>>>11)*2**32+(t>>>0)}const Ad={rows:0,absent:0,counts:[],undercount:0,hashes:[]};function jd(e=Ad){let{rows:t,absent:n}=e,r=Nd(e),i=Od(e.hashes);return{add(e){for(let a of e){if(a===null){n++;continue}t++;let e=a.length>64?a.slice(0,64):a;r.add(e,1)&&i.add(e)}},sketch:()=>({rows:t,absent:n,...r.kept(),hashes:i.smallest()})}}function Md(e,t){let n=Nd({...e,undercount:e.undercount+t.undercount});for(let[e,r]of t.counts)n.add(e,r);return{rows:e.rows+t.rows,absent:e.absent+t.absent,...n.kept(),hashes:Od([...e.hashes,...t.hashes]).smallest()}}function Nd(e){let{undercount:t}=e,n=new Map(e.counts);function r(){if(n.size<=512)return;let e=[...n.values()].sort((e,t)=>t-e)[512];t+=e,n=new Map([...n].map(([t,n])=>[t,n-e]).filter(([,e])=>e>0))}return{add(e,t){let i=n.get(e);return n.set(e,(i??0)+t),n.size>1024&&r(),i===void 0},kept(){return r(),{counts:[...n].sort(Pd),undercount:t}}}}function Pd([e,t],[n,r]){return r-t||(e<n?-1:1)}function Fd(e,t){return{name:e,kind:`numbers`,...t}}function Id(e,{counts:t,...n}){return{name:e,kind:`texts`,...n,frequent:t.map(([e,t])=>({text:e,count:t}))}}function Ld(e,t){return e.kind===`numbers`&&t.kind===`numbers`?Fd(e.name,Ed(e,t)):e.kind===`texts`&&t.kind===`texts`?Id(e.name,Md(Rd(e),Rd(t))):e}function Rd({rows:e,absent:t,frequent:n,undercount:r,hashes:i}){return{rows:e,absent:t,undercount:r,hashes:i,counts:n.map(({text:e,count:t})=>[e,t])}}function zd(e,t){let n=null;return{add(r){let i=r.get(e),a=i?.shape[0]??0;if(i===void 0||a===0||i.dtype.startsWith(`complex`))return;n??=Vd(i,Bd(i)===t.length&&t.length<=256?t:[e]);let o=n.length;for(let[e,t]of n.entries())t.kind===`numbers`?t.tally.add(Hd(i,e,o)):t.tally.add(Ud(i,e,o))},sketches:()=>(n??[]).map(e=>e.kind===`numbers`?Fd(e.name,e.tally.sketch()):Id(e.name,e.tally.sketch()))}}function Bd({shape:e,data:t}){return t.length/e[0]}function Vd({dtype:e},t){return t.map(t=>e===`string`?{name:t,kind:`texts`,tally:jd()}:{name:t,kind:`numbers`,tally:Td()})}function Hd(e,t,n){let r=He(e)??e.data;return Float64Array.from({length:r.length/n},(e,i)=>Number(r[i*n+t]))}function Ud({data:e},t,n){let r=e;return Array.from({length:r.length/n},(e,i)=>Wd.decode(r[i*n+t]))}const Wd=new TextDecoder,Gd=2**17;function Kd({inputs:e,outputs:t},n,r){let i=Math.ceil(n/Gd)*r,a=e.filter(({encoding:e})=>e===void 0).map(e=>zd(e.name,L(e))),o=t.map(({name:e,labels:t=[]})=>zd(e,t));return{add({firstRow:e,inputs:t,answers:n}){if(e%i===0){for(let e of a)e.add(t);for(let e of o)e.add(n)}},finish:()=>({features:a.flatMap(e=>e.sketches()),predictions:o.flatMap(e=>e.sketches())})}}function qd(e,t){return{features:Jd(e.features,t.features),predictions:Jd(e.predictions,t.predictions)}}function Jd(e,t){return e.length===0||t.length===0?e.length===0?t:e:e.map((e,n)=>Ld(e,t[n]??e))}const Yd=/* @__PURE__ */ new Set([`float16`,`bfloat16`,`float32`,`float64`]),Xd=/* @__PURE__ */ new Set([`int8`,`int16`,`int32`,`int64`,`uint8`,`uint16`,`uint32`,`uint64`]);function Zd(e,t,n){let r=t.output??$d(e),i=e.get(r);if(i===void 0)throw af(r,e);let a=Qd[t.task],o=ef(i.shape,t.task);if(o===null||!tf(i.dtype,t.task))throw of(r,i,a);let s=n.outputs.find(e=>e.name===r)?.labels;if(t.task===`multiclass`&&s!==void 0&&s.length!==o)throw of(r,i,`one number for each of the ${s.length} labels`);let c=nf(i);if(c.length!==i.shape.reduce((e,t)=>e*t,1))throw of(r,i,a);return t.task===`binary`&&o===2?rf(c):{values:c,width:o}}const Qd={binary:`floating-point numbers of the shape [n], [n, 1] or [n, 2]: the probability of the second label`,multiclass:`floating-point numbers of the shape [n, classes]: one for each label`,regression:`numbers of the shape [n] or [n, 1]`};function $d(e){let[t,...n]=e.keys();if(t!==void 0&&n.length===0)return t;let r=t===void 0?`none`:sf([t,...n]);throw new d(`prediction-failed`,`the model gave ${r}, and one of several has to be named as the score`,{fix:`Name the output that is the score in evaluation.output.`})}function ef(e,t){let[,n]=e;return t===`multiclass`?e.length===2&&n>=2?n:null:e.length===1||e.length===2&&n===1?1:t===`binary`&&e.length===2&&n===2?2:null}function tf(e,t){return Yd.has(e)||t===`regression`&&Xd.has(e)}function nf(e){let t=He(e);return t instanceof Float64Array?t:t===null?Float64Array.from(e.data,Number):new Float64Array(t)}function rf(e){let t=new Float64Array(e.length/2);for(let n=0;n<t.length;n++)t[n]=e[2*n+1];return{values:t,width:1}}function af(e,t){let n=t.size===0?`no output at all`:sf([...t.keys()]);return new d(`prediction-failed`,`the model gave no output ${JSON.stringify(e)}, but ${n}`,{fix:`Name an output that the signature has in evaluation.output.`})}function of(e,{dtype:t,shape:n},r){let i=`the output ${JSON.stringify(e)}`;return new d(`prediction-failed`,`${i} has to be ${r}; it is ${t} of the shape [${n}]`,{fix:`Name the output that is the score in evaluation.output, or correct evaluation.task.`})}function sf(e){let t=e.slice(0,5).map(e=>JSON.stringify(e.slice(0,100)));return e.length>5?`${t.join(`, `)} and ${e.length-5} more`:t.join(`, `)}function cf(e,t=[]){let n=[],[r,i]=[[],[]];return{add({labels:t,challenger:{values:a,width:o}}){for(;n.length<o;)n.push(lf());for(let[e,t]of n.entries())uf(t,a,e,o);e===`multiclass`&&pf(a,o,t,{predicted:r,real:i})},finish(){let e=n.flatMap(e=>ff(e)??[]);return{scoreDeviation:e.length===0?null:Math.max(...e),commonest:mf(r,i,t)}}}}function lf(){return{block:new Float64Array(X),filled:0,moments:ja}}function uf(e,t,n,r){for(let i=n;i<t.length;i+=r)Number.isFinite(t[i])&&(e.block[e.filled++]=t[i],e.filled===8192&&df(e))}function df(e){e.moments=Ma(e.moments,{values:e.block.subarray(0,e.filled)}),e.filled=0}function ff(e){df(e);let t=Na(e.moments);return t===null?null:Math.sqrt(t.squares/t.weight)}function pf(e,t,n,{predicted:r,real:i}){for(let a=0;a<n.length;a+=1){let o=Oe(e,a*t,t);r[o]=(r[o]??0)+1;let s=n[a];i[s]=(i[s]??0)+1}}function mf(e,t,n){let r=e.reduce((e,t)=>e+(t??0),0);if(r===0)return null;let i=e.reduce((t,n,r)=>(n??0)>(e[t]??0)?r:t,0);return{label:n[i]??String(i),predicted:(e[i]??0)/r,true:(t[i]??0)/r}}async function hf(e,t){let{dataset:n,champion:r}=e,i=xf(n,e.challenger.contract),a=vf(e,i),o=r?.dataset?.batches(i)[Symbol.asyncIterator]()??null,s=Promise.resolve();for await(let r of n.batches(i)){let i=o===null?r.inputs:(await o.next()).value.inputs,c=gf(e,r.inputs,i),l=s;s=l.then(async()=>a.add(r,await c)),Promise.allSettled([c,s]),await l,t.progress(`scoring rows`,r.firstRow+r.rows-n.range.firstRow,n.range.rows)}return await s,a.finish()}async function gf(e,t,n){let{challenger:r,champion:i}=e,[a,o]=await Promise.all([r.model.predict(t),i?.model.predict(n).catch(_f)??null]);return{challenger:a,champion:o}}function _f(e){if(e instanceof d)return e;throw e}function vf(e,t){let{challenger:n,sink:r}=e,i=n.contract.outputs.map(Ce),a=cf(n.evaluation.task,qt(n.contract,n.evaluation)),o=Kd(n.contract,e.dataset.rows,t),[s,c]=[0,null],l=e=>(c??=_f(e),Bt(c)),u=async(t,i)=>{let o=Zd(i.challenger,n.evaluation,n.contract);a.add({labels:t.labels,challenger:o}),c===null&&await r.add({...t,challenger:o,champion:yf(e,i)})};return{async add(e,t){s+=e.rows,i=Se(i,t.challenger,e.firstRow),o.add({...e,answers:t.challenger}),await u(e,t).catch(l)},async finish(){let e={rows:s,outputs:i,...a.finish()},t=c===null?await r.finish().catch(l):Bt(c);return{sanity:e,baseline:o.finish(),quality:t,fault:c}}}}function yf({champion:e},{champion:t}){if(e===null||t===null)return null;if(t instanceof d)throw t;return Zd(t,e.evaluation,e.contract)}const bf=2**22;function xf({blockRows:e},{inputs:t}){let n=t.map(({shape:e})=>(e??[]).slice(1).reduce((e,t)=>e*Math.abs(t),1)).reduce((e,t)=>e+t,1),r=2**Math.floor(Math.log2(Math.max(1,bf/n)));return Math.min(t.every(Sf)?4096:1024,r,e)}function Sf({dtype:e,shape:t}){return e.startsWith(`float`)&&t!==null&&t.length<=2}async function Cf(e,t,n){let{dataset:r,challenge:a}=e,{evaluation:o}=a.held;if(!i(r))return{sanity:r,quality:r,baseline:r};let s=await n.tries.measure(`scoring the evaluation set`,async()=>{await using i=await Ef(e,t,n);using s=n.spill();let c=wf(e,r,{...n,room:s}),{contract:l}=a.challenger.manifest,u={model:t.challenger,contract:l,evaluation:o,dataset:null};return await hf({dataset:r,challenger:u,champion:i.scorer,sink:c},n.log)});if(!i(s))return{sanity:s,quality:s,baseline:s};let{fault:c,...l}=s;return n.tries.note(c),l}function wf({challenge:e},t,{room:n,scoreFile:r}){let{challenger:i,champion:a,held:o,shard:s}=e,c=Tf({dataset:Xt(t),release:Yt(i),champion:a&&Yt(a)},o,t.slices);if(s===null)return Ju(c.question,{spill:n});let l=dd(c,{shard:s,range:t.range},r());return{add:async e=>l.add(e),async finish(){return l.finish(),zt(`only a part of the rows was scored`,"Join the shards with `model-release merge`.")}}}function Tf({dataset:e,release:t,champion:n},{evaluation:r,gates:a},o){if(r===null||!i(e))throw new d(`document-invalid`,`there was no evaluation set to score`,{fix:`Run the shards again.`});return{question:{evaluation:r,gates:a,slices:o,seed:1},dataset:e,challenger:t.digest,champion:n?.digest??null}}async function Ef({challenge:e},{champion:t},n){let{evaluation:r}=e.held,a=e.champion;if(a===null||r===null||!i(t))return{scorer:null,...Df};let{manifest:o}=a,s={...r,...o.evaluation?.output===void 0?{}:{output:o.evaluation.output}},c={model:t,contract:o.contract,evaluation:s,dataset:null};if(hd(o,e.challenger.manifest))return{scorer:c,...Df};let{folder:l}=e.challenger,u=await md({release:a,signature:t.signature,evaluation:{...s,slices:[]},folder:l,shard:e.shard},n);return{scorer:{...c,dataset:u},[Symbol.asyncDispose]:()=>u[Symbol.asyncDispose]()}}const Df={async[Symbol.asyncDispose](){}};function Of(e){return e.filter(({challenger:e,champion:t})=>e.length>0&&t.length>0)}function kf(e,t,{replicates:n,seed:r}){if(t<2)return null;let i=e(new Uint32Array(t).fill(1)),a=new Uint32Array(t),o=Cr(Float64Array.from({length:n},(t,n)=>(Af(a,{seed:r,stream:1651273571},n),e(a))),jf(t));return o===null||!Number.isFinite(i)?null:{value:i,...o}}function Af(e,t,n){let r=/* @__PURE__ */ new Int32Array(2);e.fill(0);for(let i=0;i<e.length;i++)Ze(t,{low:i,high:n},r),e[Math.floor((r[0]>>>0)/2**32*e.length)]++}function jf(e){return Ko(Math.sqrt(e/(e-1))*Hc(.05,e-1))}function Mf(e){let t=Of(e.blocks),n=Nf(t.map(e=>e.challenger)),r=Nf(t.map(e=>e.champion));return kf(t=>Ff(n,t,e.quantile)/Ff(r,t,e.quantile),t.length,e)}function Nf(e){let t=Uint32Array.from(e,({length:e})=>e),n=t.reduce((e,t)=>e+t,0),r=new Float64Array(n),i=new Uint32Array(n),a=0;for(let[t,{length:n}]of e.entries())r.set(e[t],a),i.fill(t,a,a+n),a+=n;let o=Zr(r),s=Uint32Array.from(o.rows,e=>i[e]);return{values:o.values,blockOf:s,sizes:t,below:Pf(s,e.length)}}function Pf(e,t){let n=Math.floor(e.length/256),r=new Uint32Array((n+1)*t);for(let i=0;i<n*256;i++){let n=Math.floor(i/256)+1;i%256==0&&r.copyWithin(n*t,(n-1)*t,n*t),r[n*t+e[i]]++}return r}function Ff(e,t,n){let{values:r,blockOf:i,sizes:a}=e;if(Number.isNaN(r.at(-1)))return NaN;let o=Math.max(1,Math.ceil(n*Rf(a,t)-1e-9)),s=If(e,t,o),c=Lf(e,t,s),l=s*256;for(;c<o;l++)c+=t[i[l]];return r[l-1]}function If(e,t,n){let r=0,i=e.below.length/t.length;for(;i-r>1;){let a=Math.floor((r+i)/2);Lf(e,t,a)<n?r=a:i=a}return r}function Lf({below:e},t,n){return Rf(e.subarray(n*t.length,(n+1)*t.length),t)}function Rf(e,t){let n=0;for(let r=0;r<t.length;r++)n+=e[r]*t[r];return n}const zf=[0,.01,.05,.1,.25,.5,.75,.9,.95,.99,.999,1],[Bf,Vf]=[-20,40];function Hf(e){return{quantiles:zf.flatMap(t=>{let n=Xe(e,t);return n===null?[]:[[t,Kf(n)]]}),bins:Uf(e)}}function Uf({counts:e,samples:t,lowest:n,highest:r}){return t===0?[]:Array.from({length:Vf-Bf},(e,t)=>2**(Bf+t)).filter(e=>2*e>n&&e<=r).flatMap(t=>Array.from({length:8},(n,r)=>{let[i,a]=[t*(1+r/8),t*(1+(r+1)/8)];return[i,a,e.subarray(it(i),it(a)).reduce((e,t)=>e+t,0)]}).filter(([,,e])=>e>0))}function Wf(e){let t=0;return e.map(({seconds:e,errors:n,latenciesMs:r})=>{let i=r.toSorted(),a={atSeconds:Kf(t),ratePerSecond:Kf(r.length/e),errors:n,p50Ms:Gf(i,.5),p95Ms:Gf(i,.95)};return t+=e,a})}function Gf(e,t){let n=e[Math.max(0,Math.ceil(t*e.length)-1)];return n===void 0?null:Kf(n)}function Kf(e){return Number(e.toPrecision(6))}function qf(e,t,n){let r=0;return n.open({kind:`calls`,concurrency:64,call:()=>{let n=t[r%t.length];return r+=1,e.predict(n)}})}const[Jf,Yf]=[8,60];async function Xf(e,t){let{traffic:n,challenger:r,champion:i,log:a}=t;await using o=await qf(r,e.requests,n),s=i===null?null:await qf(i,e.requests,n);let c=[Zf(`challenger`,o),...s===null?[]:[Zf(`champion`,s)]];for(let t of c)await ep(e,{seconds:2,block:-1},t.channel);await Qf(e,c,a);let[l,u]=c;return{device:r.device,challenger:tp(l,e),champion:u===void 0?null:tp(u,e),ratio:u===void 0?null:np(l,u,e.seed),invalid:c.map(rp).find(e=>e!==null)??null}}function Zf(e,t){return{name:e,channel:t,measurement:nt(),parts:[],busyShare:0,waitingAtEnd:0}}async function Qf(e,t,n){let r=Math.min(Yf,Math.max(Jf,Math.round(e.durationSeconds))),i=3e3*e.durationSeconds*t.length;for(let a=0,o=0;a<r;a+=1){let s={seconds:e.durationSeconds/r,block:a};for(let n of a%2==0?t:t.toReversed())o+=await $f(e,s,n);if(n.progress(`blocks of latency`,a+1,r),a>0&&o>i)break}}async function $f(e,t,n){let r=[],i=et(n.measurement),a=await ep(e,t,n.channel,e=>{Ye(n.measurement,e),(e.error===null||e.error.kind===`timeout`)&&r.push(e.latencyMs)}),o=et(n.measurement)-i;return n.parts.push({seconds:t.seconds,errors:o,latenciesMs:Float64Array.from(r)}),n.busyShare=Math.max(n.busyShare,a.waitingAtEnd>0?a.busyShare:0),n.waitingAtEnd+=a.waitingAtEnd,e.signal?.throwIfAborted(),a.elapsedMs}function ep({ratePerSecond:e,seed:t,signal:n},{seconds:r,block:i},a,o=()=>{}){let s={ratePerSecond:e,durationMs:r*1e3,arrivals:`poisson`,seed:t+i},c={nextDueMs:Je(s),timeoutMs:1e4,settled:o};return a.send(n===void 0?c:{...c,signal:n})}function tp({name:e,measurement:t,parts:n},{ratePerSecond:r}){let{p50Ms:i,p95Ms:a,p99Ms:o}=$e(t.latency),s=t.lag.samples;if(i===null||a===null||o===null){let[n]=t.errors.values(),r=n===void 0?`none came due`:n.example;throw new d(`prediction-failed`,`The ${e} answered none of ${s} requests: ${r}`,{fix:"Ask it by hand with `model-release predict`."})}let c={...Hf(t.latency),timeline:Wf(n)};return{p50Ms:i,p95Ms:a,p99Ms:o,ratePerSecond:r,samples:s,errors:et(t),distribution:c}}function np(e,t,n){return Mf({blocks:e.parts.map(({latenciesMs:e},n)=>({challenger:e,champion:t.parts[n].latenciesMs})),quantile:.95,replicates:2e3,seed:n})}function rp({name:e,measurement:t,busyShare:n,waitingAtEnd:r}){let i=Qe(t,{busyShare:n,waitingAtEnd:r});return i===null?null:`${e}: ${i}`}function ip({times:e,values:t},{confidence:n,step:r=0}){let i=e.length,[a,o]=[ap(e),ap(t)],[s,c]=[0,0];for(let n=0;n<i;n++)s+=(e[n]-a)**2,c+=(e[n]-a)*(t[n]-o);if(i<3||s===0)return null;let l=c/s,u=0;for(let n=0;n<i;n++)u+=(t[n]-o-l*(e[n]-a))**2;let d=Math.max(u/(i-2),r*r/12),f=-Hc(br(n),i-2)*Math.sqrt(d/s);return Number.isFinite(l+f)?{slope:l,lower:l-f,upper:l+f}:null}function ap(e){let t=e[0]??0;return t+e.reduce((e,n)=>e+(n-t),0)/e.length}async function op(e,t){let{durationSeconds:n,signal:r}=e,i=cp(t,n*1e3/240);if(await i.take()===null)throw up();await using a=await qf(t.challenger,e.requests,t.traffic);let o={arrivals:`poisson`,warmUpSeconds:.2*n,timeoutSeconds:60},s=Math.ceil(e.ratePerSecond*n),c=0,l=()=>{c===0&&i.forget(),c+=1,i.takeIfDue(),t.log.progress(`requests of the soak`,Math.min(c,s),s)},u=await tt({...e,...o,watch:l},a);r?.throwIfAborted();let f=await i.series(),p=ip(lp(f),{confidence:.9,step:4096});if(p===null)throw new d(`prediction-failed`,`A soak of ${n} s gave too few samples of memory for a slope.`,{fix:`Give gates.soak.durationSeconds a longer time.`});let{slope:m,lower:h,upper:g}=p;return{durationSeconds:n,requests:u.samples,errors:u.errors,bytesPerMinute:{value:m,lower:h,upper:g},memory:sp(f)}}function sp({times:e,values:t}){let n=e[0]??0,r=e=>Number(((e-n)*60).toFixed(3));return Array.from(t.subarray(0,480),(t,n)=>[r(e[n]),t])}function cp({challenger:e,clock:t},n){let r=[],i=Promise.resolve(),a=-1/0,o=async()=>{let n=await e.memory?.()??null;return n!==null&&r.push({minute:t.elapsedMs()/6e4,bytes:n.residentBytes}),n};return{take:o,takeIfDue:()=>{let e=t.elapsedMs();e<a||(a=e+n,i=Promise.all([i,o()]))},forget:()=>{r.length=0},series:async()=>(await i,{times:Float64Array.from(r,({minute:e})=>e),values:Float64Array.from(r,({bytes:e})=>e)})}}function lp({times:e,values:t}){let n=Math.max(1,Math.ceil(e.length/24)),r=Array.from({length:Math.floor(e.length/n)},(e,t)=>t*n),i=e=>Float64Array.from(r,t=>e.subarray(t,t+n).reduce((e,t)=>e+t,0)/n);return{times:i(e),values:i(t)}}function up(){return new d(`platform-unsupported`,`This system does not tell how much memory the model's process holds.`,{fix:`Run it on Linux, or set gates.soak.level to off.`})}function dp(e){let t=Of(e.blocks),n=fp(t.map(e=>e.challenger)),r=fp(t.map(e=>e.champion));return kf(e=>pp(n,e)/pp(r,e),t.length,e)}function fp(e){return{sum:Float64Array.from(e,e=>e.reduce((e,t)=>e+t,0)),count:Float64Array.from(e,({length:e})=>e)}}function pp({sum:e,count:t},n){let[r,i]=[0,0];for(let a=0;a<n.length;a++)r+=n[a]*e[a],i+=n[a]*t[a];return r/i}const mp=[.2,.5,1],[hp,gp]=[8,2e5];async function _p(e,t){let{traffic:n,challenger:r,champion:i,log:a}=t;await using o=await qf(r,e.requests,n),s=i===null?null:await qf(i,e.requests,n);let c=[await yp(o,e),...s===null?[]:[await yp(s,e)]];await vp(e,c,a);let[l,u]=c,d=await xp(l,e),f=u===void 0?null:await xp(u,e);return{challengerPerSecond:d.ratePerSecond??0,championPerSecond:f===null?null:f.ratePerSecond??0,ratio:u===void 0?null:Sp(l,u,e.seed),invalid:Cp([d,f])}}async function vp(e,t,n){for(let r=0,i=0;r<10;r+=1){for(let n of r%2==0?t:t.toReversed()){let{elapsedMs:t,perSecond:r}=await bp(n.channel,n.requests,e);n.msPerAnswer.push(1e3/r),i+=t}if(n.progress(`blocks of throughput`,r+1,10),r>0&&i>6e4)break}}async function yp(e,t){let n=hp;for(let r of mp){let{perSecond:i}=await bp(e,n,t);n=Math.min(gp,Math.max(hp,Math.round(i*r)))}return{channel:e,requests:n,msPerAnswer:[]}}async function bp(e,t,{signal:n}){let r=nt(),i=0,a={nextDueMs:()=>(i+=1,i<=t?0:null),timeoutMs:6e4,settled:e=>Ye(r,e)},{elapsedMs:o}=await e.send(n===void 0?a:{...a,signal:n});n?.throwIfAborted();let{answered:s,lastEndMs:c}=r;if(s>0)return{perSecond:s*1e3/c,elapsedMs:o};let[l]=r.errors.values();throw new d(`prediction-failed`,`Of ${t} requests at once none was answered: ${l?.example}`,{fix:"Ask the model by hand with `model-release predict`."})}async function xp({channel:e,msPerAnswer:t},n){let r=1e3*t.length/t.reduce((e,t)=>e+t,0),{p95Ms:i,seed:a,signal:o}=n;if(i===null)return{ratePerSecond:r,boundBy:`maximum`,steps:[]};let s={arrivals:`poisson`,seed:a,warmUpSeconds:0,timeoutSeconds:60},c={startPerSecond:r/2,maxPerSecond:r,p95Ms:i,durationSeconds:2},l=await rt({...s,...c,...o===void 0?{}:{signal:o}},e);return o?.throwIfAborted(),l}function Sp(e,t,n){return dp({blocks:e.msPerAnswer.map((e,n)=>({challenger:Float64Array.of(t.msPerAnswer[n]),champion:Float64Array.of(e)})),replicates:2e3,seed:n})}function Cp(e){return e.find(e=>e?.boundBy===`sender`)?.steps.findLast(({invalid:e})=>e!==null)?.invalid??null}async function wp(e,t,n){let{gates:r}=e.challenge.held,{ratePerSecond:a,durationSeconds:o,p95Ms:s=null}=r.latency,c=i(t.champion)?t.champion:null,l={...n,challenger:t.challenger,champion:c},u={requests:Dp(e),seed:1,signal:n.signal},d=(e,t,i)=>r[e]?.level===`off`?Promise.resolve(Ep):n.tries.measure(t,i);return{latency:await d(`latency`,`asking ${a} times a second for ${o} s each`,()=>Tp(t,n,()=>Xf({...u,ratePerSecond:a,durationSeconds:o},l))),throughput:await d(`throughput`,`asking as often as is answered`,()=>_p({...u,p95Ms:s},l)),soak:await d(`soak`,`asking for ${r.soak?.durationSeconds??60} s on end`,()=>op({...u,ratePerSecond:a,durationSeconds:r.soak?.durationSeconds??60},l))}}async function Tp({challenger:e},{watchGpus:t},n){if(e.device===`cpu`)return{...await n(),gpus:[]};await using r=t();return{...await n(),gpus:r.use()}}const Ep=Rt(`the manifest switches this gate off`);function Dp({challenge:e,sample:t}){return e.challenger.manifest.contract.inputs.every(({shape:e})=>e?.[0]===-1)?tn(t):[t]}const Op=zt(`this is left to the first shard`);function kp({shard:e}){return e!==null&&e.index>0}function Ap(e){let t=zt(`not measured: ${e}`);return{runtime:t,dataset:t,load:t,golden:t,sanity:t,edge:t,quality:t,latency:t,throughput:t,soak:t,parity:t,baseline:t}}const jp={rtol:.001,atol:1e-5};async function Mp(e,t){let{challenge:n,runtime:r}=e,a=await t.tries.measure(`loading the model to be asked`,()=>r.load(Jt(n.challenger)));if(!i(a))return Ap(a.reason);await using o=a;let s=await Vn(n.champion,r,t);await using c=i(s)?s:Np;let l={challenger:a,champion:s},u={runtime:{name:r.name,version:a.version,device:a.device},...await Cf(e,l,t)};return kp(n)?{...Ap(Op.reason),...u}:{...u,golden:await Pp(e,l,t),edge:await Fp(e,t),parity:await Ip(e,l,t),...await wp(e,l,t)}}const Np={async[Symbol.asyncDispose](){}};async function Pp({challenge:e,golden:t},{challenger:n},{tries:r}){let a=e.held.golden??jp;return i(t)?r.measure(`asking the golden cases`,()=>Ie(t,n,a)):t}async function Fp({challenge:e,runtime:t,sample:n},{tries:r,clock:i}){let{contract:a}=e.challenger.manifest,o={requests:Tn(a,n),good:n,tolerance:e.held.golden??jp},s=()=>t.load(Jt(e.challenger));return r.measure(`trying the edges of the contract`,()=>An(o,{load:s,clock:i}))}async function Ip(e,{challenger:t},{tries:n,otherRuntime:r}){let i=await r();return i===null?Rt(`there is one runtime on this machine`):n.measure(`comparing the two runtimes`,async()=>{let n=await Lp(i,e);if(n===null)return Rt(`the ${i.name} runtime lacks an operator of this model`);await using r=n;let a=i.name===`tensorflow`?[n,t]:[t,n];return await In({requests:Rp(e,t),tolerance:e.challenge.held.golden??jp,repeats:2},{reference:a[0],other:a[1]})})}async function Lp(e,{challenge:t}){try{return await e.load(Jt(t.challenger))}catch(e){if(e instanceof d&&e.code===`operator-missing`)return null;throw e}}function Rp({golden:e,sample:t},{signature:n}){let r=(i(e)?e.slice(0,50):[]).flatMap(e=>{try{return[e.inputs(n)]}catch{return[]}});return r.length>0?r:[t]}function zp({gates:e},t){return Object.entries(e.quality?.metrics??{}).flatMap(([e,{maxLoss:n,decide:r}])=>{if(n===void 0||r===`point`||!A(e))return[];let i=Xo({standardError:Math.sqrt(.05/t),rows:t},n);return i===null||i<=t?[]:[`${t} rows will hardly decide a loss of ${n} of ${e}: that takes about ${i} or more`]})}async function Bp({dataset:e,golden:t,contract:n,signature:r}){try{if(e!==null)for await(let{inputs:t}of e.batches(32))return t;let[n]=t;if(n!==void 0)return n.inputs(r)}catch(e){if(!(e instanceof d))throw e}return Vp(n)}function Vp({inputs:e}){return new Map(e.map(e=>[e.name,Hp(e)]))}function Hp(e){let{dtype:t}=e,n=(e.shape??[1]).map(e=>e===-1?1:e),r=n.reduce((e,t)=>e*t,1),i=dt[t];if(i===void 0)return{dtype:t,shape:n,data:Array.from({length:r},()=>Up)};let a={dtype:t,shape:n,data:new i(r)};return hn(a,pn(e,a))}const Up=new TextEncoder().encode(`a`),Wp=2**28;async function Gp(e,t,n){let r=await n.runtime(),a=await Yp(e,t,n);await using o=i(a)?a:Jp;let s=i(a)?Xp(a,e):[];for(let e of s)n.log.info(e);let c=await Zp(e,n),l=await Bp({dataset:i(a)?a:null,golden:i(c)?c:[],contract:e.challenger.manifest.contract,signature:t}),u=await Kp(e,l,{...n,runtime:async()=>r}),d={dataset:i(a)?Xt(a):a,load:u},f=i(u)&&u.attempts.every(({outcome:e})=>e===`failed`)?Ap(`the model does not load`):await Mp({challenge:e,runtime:r,dataset:a,golden:c,sample:l},n),p=i(a)?a.slices:[];return{evidence:{...f,...d},slices:p,warnings:s}}async function Kp(e,t,n){if(kp(e))return Op;let{challenger:r,wantedDevice:a}=e,o=await n.runtime(),s=await n.tries.measure(`loading the model in three fresh processes`,()=>Qt({request:Jt(r),inputs:t,wantedDevice:a},{...n,runtime:o}));for(let e of i(s)?s.attempts:[])e.outcome===`failed`&&e.isPlatform&&n.tries.note(qp(e));return s}function qp({code:e,message:t,fix:n}){return new d(e,t,{fix:n})}const Jp={async[Symbol.asyncDispose](){}};async function Yp({challenger:e,held:t,shard:n},r,i){let{evaluation:a}=t;if(a===null)return Rt(`the manifest names no evaluation set`);let{folder:o}=e;return i.tries.measure(`opening the evaluation set`,()=>md({release:e,signature:r,evaluation:a,folder:o,shard:n},i))}function Xp({remarks:e,rows:t},{champion:n,held:r}){return n===null?e:[...e,...zp(r,t)]}async function Zp({challenger:e},{tries:t,files:n}){let{golden:r}=e.manifest;return r===void 0?Rt(`the manifest names no golden cases`):t.measure(`reading the golden cases`,async()=>ee(await n.read(`${e.folder}/${r.file}`,Wp),r.file))}async function Qp(e,t){let{challenger:n,champion:r}=e,i=await N(n,{tensorflowVersion:null},t),a={schema:`model-release/evidence/v1`,release:Yt(n),champion:r===null?null:Yt(r),...Vt(n.manifest,r?.manifest??null,i),rehearsal:Rt(`nothing was rehearsed`),shortcut:e.shortcut};if(e.shortcut!==null)return{evidence:{...a,...Ap(`this very release served before`)},faults:[],slices:[]};let o=i.signatures.find(({name:e})=>e===n.manifest.artifact.signatureName),s=Ht(a)??(o===void 0?`the model has no such signature`:null);if(s!==null)return{evidence:{...a,...Ap(s)},faults:[],slices:[]};let c=Wt(t),{evidence:l,slices:u,warnings:d}=await Gp(e,o,{...t,tries:c}),f={...a.lint,warnings:[...a.lint.warnings,...d]};return{evidence:{...a,lint:f,...l},faults:c.faults,slices:u}}async function $p({manifest:e,artifact:t},n,{repository:r,copies:i}){if(t===null)return y({manifest:e,folder:n},i);let a=`${n}/artifact`;return await r.copy(t,a,{maxFiles:1e4,maxBytes:e.artifact.maxBytes}),{manifest:e,folder:n,directory:a}}async function em(e,t){let{path:n,model:r,digest:i,asked:a,base:o,into:s}=e,{files:c,log:l}=t;if(a!==null&&await c.kind(t.resolve(a))===`file`)return y(await b({path:t.resolve(a),title:a},c),t.copies);let{repository:u,path:d}=await St(n,t.repositories),f=await g({path:d,model:r,digest:i,base:o,asked:a},u);return f.kind===`committed`?$p(f,s,{repository:u,copies:t.copies}):(l.info(`There is no champion: ${f.reason}.`),null)}async function tm({path:e,manifest:{target:t}},{repositories:n}){let{repository:r,path:i}=await St(e,n),a=await r?.resolve(`HEAD`);if(r===void 0||a===void 0||t===void 0)return;let o=await mt({path:i,commit:a,target:t},r);if(o.length!==0)throw new d(`manifest-invalid`,pt(o,t.endpoint),{fix:ht})}const nm=/* @__PURE__ */ new Set([`artifact-missing`,`bucket-missing`]),rm=`saved_model.pb`;async function im(e,{path:t,manifest:n},{repositories:r}){if(!(e instanceof d)||!nm.has(e.code)||n.target===void 0)return e;let{repository:i,path:a}=await St(t,r);if(i===void 0)return e;try{let t=await f(n.target.endpoint,i);if(ct(t,n.artifact.digest)===null)return e;let r=ot(t)?.digest??``,o=await am(t,{repository:i,path:a,apart:/* @__PURE__ */ new Set([n.artifact.digest,r])});return o===null?e:sm(e,o)}catch(t){if(t instanceof d)return e;throw t}}async function am(e,t){for(let n of st(e,t.apart).slice(0,5))if(await om(n,t))return n;return null}async function om({commit:e,digest:t},{repository:n,path:r}){if(await n.resolve(e)===void 0)return!1;let i=(await gt(e,n)).get(r);if(i?.artifact.digest!==t)return!1;if(ut(i.artifact.uri))return!0;let a=te(r,i.artifact.uri);return(await n.changes({from:null,to:e},[rm])).some(e=>e.path===`${a}/${rm}`)}function sm(e,{model:t,version:n,commit:r}){let{code:i,message:a,fix:o,problems:s}=e,c=`Or bring back ${t} ${n}, which was well too: it is whole at commit ${r.slice(0,12)}.`;return new d(i,a,{fix:`${o} ${c}`,cause:e,problems:s})}async function cm({challenger:e,champion:t},n){let r=lm(n);if(t!==null){let e=await r.merge(t,null);if(!e.isDone)return{promotion:{...e,reason:`the champion: ${e.reason}`},return:null}}let i=await r.merge(e,t),a=t?.artifact.digest!==e.artifact.digest;return{promotion:i,return:t===null||!a||!i.isDone?null:await r.merge(t,e)}}function lm(e){let t=[],n=mm(e,t),r=0;return{async merge(i,a){r+=1,t.length=0;let o=e.clock.elapsedMs(),s=String(r).padStart(40,`0`),{outcome:c,reason:l}=await Re(um(i,e),{...n,...fm({manifest:dm(i),before:a,commit:s})});return pm({outcome:c,reason:l},[...t],Math.round(e.clock.elapsedMs()-o))}}}function um({target:e},{signal:t}){return{endpointId:e.endpoint,leaseObject:`rehearsal.json`,holder:`rehearsal`,isPatient:!0,signal:t}}function dm(e){return{...e,rollout:{...e.rollout,bakeSeconds:0,minSamples:0}}}function fm({manifest:e,before:t,commit:n}){let r={kind:`passed`,champion:t?.artifact.digest??null,evidenceDigest:e.artifact.digest,planHash:null,isApproved:!0,isFailureWaived:!1},i={commit:n,pullRequest:null,actor:null},a=t===null?`same`:`newer`;return{desire:async()=>({cause:i,manifest:e,onDelete:`hold`,planHash:null,isRetry:!1,isFrozen:!1,order:a}),passOf:async()=>r,judge:async()=>({kind:`pass`,reason:`a rehearsal`}),propose:async()=>{},tell:async()=>{}}}function pm({outcome:e,reason:t},n,r){return{isDone:e===`healthy`||e===`noop`,reason:t,writes:n,milliseconds:r}}function mm(e,t){let{endpoint:n,registry:r}=e,i=(e,n,r)=>(...i)=>(t.push({kind:e,resource:n}),r(...i));return{...e,endpoint:{...n,deploy:i(`deploy`,n.name,n.deploy),share:i(`share`,n.name,n.share),undeploy:i(`undeploy`,n.name,n.undeploy)},registry:{...r,upload:i(`register`,`registry`,r.upload),alias:i(`alias`,`registry`,r.alias)},upload:i(`upload`,e.bucket.name,e.upload)}}async function hm({challenger:e,champion:t,evidence:n},r,a){let o=vm(e.manifest);if(o===null)return Rt(`the manifest does not say what serves the model, and where`);if(!i(n.runtime))return zt(`not rehearsed: the model was not loaded`);a.log.info(`Rehearsing the promotion and the way back.`);try{await using n=await a.rehearsalCloud(o,await r());return await cm({challenger:e.manifest,champion:_m(t,e)},{...a,...n,endpoint:n.endpoint(o.endpoints[0]),staging:n.endpoint,upload:r=>bm(r,gm(r,e,t),{...a,cloud:n}),smoke:ym})}catch(e){return Bt(u(e))}}function gm({artifact:e},t,n){return n?.manifest.artifact.digest===e.digest?n.directory:t.directory}function _m(e,{manifest:t}){return e===null?null:{...e.manifest,target:t.target,serving:e.manifest.serving??t.serving}}function vm({target:e,serving:t}){if(e===void 0||t===void 0)return null;let{project:n,region:r,bucket:i,endpoint:a,stagingEndpoint:o}=e;return{project:n,region:r,bucket:i,endpoints:o===void 0?[a]:[a,o]}}const ym=async()=>({kind:`passed`,requests:0});async function bm({model:e,artifact:t},n,{cloud:r,...i}){return await _t({directory:n,model:e.name,digest:t.digest},r.bucket,i),{kind:`done`,value:null}}function xm(e){return at(e)}async function Sm(e,{shardDocument:t,...n},{files:r}){if(await r.write(`${e}/${Nt.evidence}`,s(n.evidence)),t!==null){await r.write(`${e}/${Nt.document}`,`${lt(t)}\n`);return}let i={"verdict.json":xm(n.verdict),..._(n)};for(let[t,n]of Object.entries(i))await r.write(`${e}/${t}`,n)}async function Cm(e,t,n){try{return await tm(e,n),await wm(e,t,n)}catch(t){throw await im(t,e,n)}}async function wm(e,t,n){await using r=await n.scratch();let i=ft(r.folder,n),{path:s,manifest:c}=e,l=await y(e,i),u={path:s,model:c.model.name,digest:c.artifact.digest},d={asked:t.champion,base:n.base,into:r.folder},f=await em({...u,...d},{...n,copies:i}),p=n.today(),m=f?.manifest??null,h=t.champion===null?await Ct({path:s,manifest:c,champion:m},n):null,g=a({challenger:c,base:m,approvals:[],today:p,served:h}),{evaluation:_,golden:v,gates:b}=g,{device:x,shard:S}=t,C={wantedDevice:x===`auto`?null:x,shard:S},w={challenger:l,champion:f,held:{evaluation:_,golden:v,gates:b},shortcut:wt(h),...C},T=await Dm(t,n),E=await Qp(w,{...T,copies:i}),D=await Em({...w,evidence:E.evidence},T.runtime,n),{faults:O,slices:k}=E,A=o(D,g),j=S&&Tm({shard:S,today:p,slices:k,challenger:c,champion:m});if(t.out!==null){let e={path:t.manifest,manifest:c,champion:m,evidence:D,verdict:A};await Sm(n.resolve(t.out),{...e,shardDocument:j},n)}return{evidence:D,verdict:A,fault:O.find(km)??null}}function Tm(e){return{schema:`model-release/shard/v1`,...e}}async function Em(e,t,n){let{evidence:r,shard:i,challenger:a}=e;return a.manifest.gates.rehearsal?.level===`off`||r.shortcut!==null||n.signal.aborted||i!==null&&i.index>0?r:{...r,rehearsal:await hm(e,t,n)}}async function Dm(e,t){e.out!==null&&await t.makeFolder(t.resolve(e.out));let n=null,r=()=>n??=t.runtime(e),i=()=>t.newFile(`${t.resolve(e.out)}/${Nt.scores}`);return{...t,runtime:r,scoreFile:i,otherRuntime:async()=>t.otherRuntime((await r()).name)}}const Om=/* @__PURE__ */ new Set([`usage`,`document-invalid`,`dataset-invalid`,`artifact-changed`,`file-missing`,`lfs-pointer`,`bucket-denied`,`bucket-missing`,`bucket-refused`]);function km({code:e,exitCode:t}){return t===4||Om.has(e)}async function Am(e,t){await At(e.isTrusted,t);let n=await bt(e,t);if(e.isDeciding&&await Tt(n,t))return{status:``,evidence:``,needsValidation:!0,exitCode:0};let i=Dt(n,t),a=/* @__PURE__ */ new Set,o=[];for(let r of n)o.push(await t.group(`validate ${r.title}`,()=>Fm(r,e,{...t,runtime:i,taken:a}))),t.log.info(`${x(r.title)}: ${o.at(-1).outcome}`);t.annotate(o.flatMap(({notices:e})=>e)),await xt(e,a,t);let s=o.flatMap(({outcome:e})=>e===`scored`?[]:[e]);return{status:s.length===0?``:r(s),evidence:o.length===0?``:e.out,needsValidation:!1,exitCode:Pm.find(e=>o.some(({exitCode:t})=>t===e))??0}}async function jm(e,t){let n=t.resolve(e.manifest);return Cm({...await b({path:n,title:e.manifest},t.files),path:n},e,t)}const Mm={pass:0,scored:0,fail:1,inconclusive:3};function Nm({verdict:e,evidence:t,fault:n},{shard:r}){if(n!==null&&e.status!==`fail`)throw n;return r!==null&&i(t.sanity)?`scored`:e.status}const Pm=[1,2,4,3,0];async function Fm(e,t,n){try{if(n.signal.aborted)throw Im(e);let r=await b(e,n.files),i=`${t.out}/${Lm(r.manifest.model.name,n.taken)}`,a={...t,manifest:e.title,out:i},o=await Cm({...r,path:e.path},a,n);if(t.shard===null)for(let e of h(o.verdict))n.log.info(e);let s=Nm(o,t),c=s===`scored`?[]:p(o.verdict,e.title);return{outcome:s,exitCode:Mm[s],notices:c}}catch(e){let t=u(e);return await n.report(t),{outcome:`inconclusive`,exitCode:t.exitCode,notices:[]}}}function Im({title:e}){return new d(`interrupted`,`${x(e)} was not validated: the run was interrupted`,{fix:`Run it again.`})}function Lm(e,t){let n=e;for(let r=2;t.has(n);r+=1)n=`${e}-${r}`;return t.add(n),n}export{qt as _,xm as a,qd as c,ad as d,od as f,X as g,Ju as h,Am as i,ld as l,nd as m,Nm as n,Tf as o,id as p,jm as r,cf as s,Mm as t,td as u,Nt as v,It as y};