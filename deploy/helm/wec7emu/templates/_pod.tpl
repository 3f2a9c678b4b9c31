{{/* A device. Takes a dict of root and group. */}}
{{- define "wec7emu.pod" -}}
{{- $values := .root.Values -}}
terminationGracePeriodSeconds: {{ $values.terminationGracePeriodSeconds }}
automountServiceAccountToken: false
enableServiceLinks: false # else a service named wec7-... would be a variable WEC7_... that means nothing to the emulator
{{- with $values.container.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10021
  runAsGroup: 10021
  fsGroup: 10021
  seccompProfile:
    type: RuntimeDefault
  sysctls:
    - name: net.ipv4.ip_unprivileged_port_start # so that ports 20 and 21 take no capability
      value: "20"
containers:
  - name: device
    image: "{{ $values.container.repository }}:{{ $values.container.tag }}"
    imagePullPolicy: {{ $values.container.pullPolicy }}
    envFrom:
      - configMapRef:
          name: {{ include "wec7emu.name" . }}
    ports:
      - name: ftp
        containerPort: 21
    securityContext:
      privileged: false
      readOnlyRootFilesystem: true
      # The user has NET_ADMIN by the program's file capabilities, which no_new_privs would take away.
      allowPrivilegeEscalation: {{ $values.kernelFirewall }}
      capabilities:
        drop: [ALL]
        {{- if $values.kernelFirewall }}
        add: [NET_ADMIN]
        {{- end }}
    startupProbe: # a busy node may take a minute
      exec:
        command: [/opt/wec7emu/bin/healthy]
      periodSeconds: 2
      timeoutSeconds: 10
      failureThreshold: 30
    readinessProbe:
      exec:
        command: [/opt/wec7emu/bin/healthy]
      periodSeconds: 5
      timeoutSeconds: 10
    {{- if $values.restartUnhealthy }}
    livenessProbe:
      exec:
        command: [/opt/wec7emu/bin/healthy]
      periodSeconds: 20
      timeoutSeconds: 10
      failureThreshold: 3
    {{- end }}
    resources:
      {{- toYaml $values.resources | nindent 6 }}
    volumeMounts:
      - name: hard-disk
        mountPath: /hard-disk
      - name: temporary
        mountPath: /tmp
volumes:
  - name: temporary
    emptyDir:
      sizeLimit: 64Mi
  {{- if not $values.storage.claim }}
  - name: hard-disk
    emptyDir:
      sizeLimit: {{ $values.storage.size }}
  {{- end }}
{{- with $values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}
