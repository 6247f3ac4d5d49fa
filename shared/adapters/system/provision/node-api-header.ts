/**
 * The part of Node-API that the addon of tfjs-node-gpu uses. It is a contract of Node's binary interface that never
 * changes (nodejs.org/api/n-api.html), so no headers of a Node have to be found, or fetched, on the machine.
 */
export const NODE_API_HEADER = `
#ifndef MODEL_RELEASE_NODE_API_H_
#define MODEL_RELEASE_NODE_API_H_
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NAPI_AUTO_LENGTH SIZE_MAX

typedef struct napi_env__* napi_env;
typedef struct napi_value__* napi_value;
typedef struct napi_ref__* napi_ref;
typedef struct napi_callback_info__* napi_callback_info;
typedef napi_value (*napi_callback)(napi_env env, napi_callback_info info);
typedef void (*napi_finalize)(napi_env env, void* data, void* hint);

typedef enum {
  napi_ok, napi_invalid_arg, napi_object_expected, napi_string_expected, napi_name_expected, napi_function_expected,
  napi_number_expected, napi_boolean_expected, napi_array_expected, napi_generic_failure, napi_pending_exception,
  napi_cancelled, napi_escape_called_twice, napi_handle_scope_mismatch, napi_callback_scope_mismatch, napi_queue_full,
  napi_closing, napi_bigint_expected, napi_date_expected, napi_arraybuffer_expected,
  napi_detachable_arraybuffer_expected, napi_would_deadlock
} napi_status;

typedef enum {
  napi_undefined, napi_null, napi_boolean, napi_number, napi_string, napi_symbol, napi_object, napi_function,
  napi_external, napi_bigint
} napi_valuetype;

typedef enum {
  napi_int8_array, napi_uint8_array, napi_uint8_clamped_array, napi_int16_array, napi_uint16_array, napi_int32_array,
  napi_uint32_array, napi_float32_array, napi_float64_array, napi_bigint64_array, napi_biguint64_array
} napi_typedarray_type;

typedef enum { napi_default = 0 } napi_property_attributes;

typedef struct {
  const char* utf8name;
  napi_value name;
  napi_callback method;
  napi_callback getter;
  napi_callback setter;
  napi_value value;
  napi_property_attributes attributes;
  void* data;
} napi_property_descriptor;

typedef struct {
  const char* error_message;
  void* engine_reserved;
  uint32_t engine_error_code;
  napi_status error_code;
} napi_extended_error_info;

#ifdef __cplusplus
extern "C" {
#endif
napi_status napi_create_array_with_length(napi_env, size_t length, napi_value* result);
napi_status napi_create_arraybuffer(napi_env, size_t bytes, void** data, napi_value* result);
napi_status napi_create_int32(napi_env, int32_t value, napi_value* result);
napi_status napi_create_int64(napi_env, int64_t value, napi_value* result);
napi_status napi_create_object(napi_env, napi_value* result);
napi_status napi_create_reference(napi_env, napi_value, uint32_t count, napi_ref* result);
napi_status napi_create_string_latin1(napi_env, const char* text, size_t length, napi_value* result);
napi_status napi_create_string_utf8(napi_env, const char* text, size_t length, napi_value* result);
napi_status napi_create_typedarray(
    napi_env, napi_typedarray_type, size_t length, napi_value buffer, size_t offset, napi_value* result);
napi_status napi_define_properties(napi_env, napi_value object, size_t count, const napi_property_descriptor*);
napi_status napi_delete_reference(napi_env, napi_ref);
napi_status napi_get_array_length(napi_env, napi_value, uint32_t* result);
napi_status napi_get_boolean(napi_env, bool value, napi_value* result);
napi_status napi_get_cb_info(
    napi_env, napi_callback_info, size_t* argc, napi_value* argv, napi_value* self, void** data);
napi_status napi_get_element(napi_env, napi_value object, uint32_t index, napi_value* result);
napi_status napi_get_instance_data(napi_env, void** data);
napi_status napi_get_last_error_info(napi_env, const napi_extended_error_info** result);
napi_status napi_get_named_property(napi_env, napi_value object, const char* name, napi_value* result);
napi_status napi_get_new_target(napi_env, napi_callback_info, napi_value* result);
napi_status napi_get_typedarray_info(napi_env, napi_value, napi_typedarray_type*, size_t* length, void** data,
                                     napi_value* buffer, size_t* offset);
napi_status napi_get_value_bool(napi_env, napi_value, bool* result);
napi_status napi_get_value_double(napi_env, napi_value, double* result);
napi_status napi_get_value_int32(napi_env, napi_value, int32_t* result);
napi_status napi_get_value_int64(napi_env, napi_value, int64_t* result);
napi_status napi_get_value_string_utf8(napi_env, napi_value, char* buffer, size_t size, size_t* length);
napi_status napi_is_array(napi_env, napi_value, bool* result);
napi_status napi_is_exception_pending(napi_env, bool* result);
napi_status napi_is_typedarray(napi_env, napi_value, bool* result);
napi_status napi_set_element(napi_env, napi_value object, uint32_t index, napi_value value);
napi_status napi_set_instance_data(napi_env, void* data, napi_finalize, void* hint);
napi_status napi_set_named_property(napi_env, napi_value object, const char* name, napi_value value);
napi_status napi_throw_error(napi_env, const char* code, const char* message);
napi_status napi_typeof(napi_env, napi_value, napi_valuetype* result);
__attribute__((visibility("default"))) napi_value napi_register_module_v1(napi_env env, napi_value exports);
__attribute__((visibility("default"))) int32_t node_api_module_get_api_version_v1(void);
#ifdef __cplusplus
}
#endif

#define NAPI_MODULE(name, init)                                                                             \\
  extern "C" int32_t node_api_module_get_api_version_v1(void) { return NAPI_VERSION; }                      \\
  extern "C" napi_value napi_register_module_v1(napi_env env, napi_value exports) { return init(env, exports); }

#define NAPI_GYP_MODULE_NAME tfjs_binding
#define NODE_GYP_MODULE_NAME tfjs_binding
#endif
`;
