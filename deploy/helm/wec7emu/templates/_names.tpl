{{/* The name of all that belongs to a group; of its pods, before their number. At most 52
characters, as the set puts more behind it. Takes a dict of root and group. */}}
{{- define "wec7emu.name" -}}
{{- printf "%s-%s" (.root.Release.Name | trunc 31 | trimSuffix "-") .group.name -}}
{{- end -}}

{{/* What pods are selected by. */}}
{{- define "wec7emu.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .group }}
wec7emu/group: {{ .name }}
{{- end }}
{{- end -}}

{{- define "wec7emu.labels" -}}
{{ include "wec7emu.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* The variables of a group's devices. */}}
{{- define "wec7emu.environment" -}}
WEC7_IMAGE: {{ .group.image | quote }}
{{- with .group.state }}
WEC7_STATE: {{ . | quote }}
{{- end }}
{{- $options := dict }}
{{- range $name, $value := .root.Values.options }}{{ $_ := set $options $name $value }}{{ end }}
{{- range $name, $value := .group.options }}{{ $_ := set $options $name $value }}{{ end }}
{{- range $name, $value := $options }}
{{ $name }}: {{ $value | toString | quote }}
{{- end }}
{{- end -}}
