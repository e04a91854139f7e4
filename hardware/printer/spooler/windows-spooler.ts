import type { SpoolCommand } from './spooler.ts';

/**
 * winspool.drv, data type RAW (OpenPrinter, StartDocPrinter, WritePrinter), called from PowerShell so
 * that no native module is needed. The document comes as base64 on the input, the queue as an
 * argument. NOTE: written from Microsoft's documentation and never run: there is no Windows here.
 */
const SCRIPT = `
param([string]$queue)
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System; using System.Runtime.InteropServices;
public static class RawQueue {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  public struct Document { public string Name; public string Output; public string Type; }
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  public static extern bool OpenPrinter(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  public static extern int StartDocPrinter(IntPtr printer, int level, ref Document document);
  [DllImport("winspool.drv", SetLastError = true)]
  public static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport("winspool.drv", SetLastError = true)]
  public static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  public static extern bool ClosePrinter(IntPtr printer);
}
'@
$bytes = [Convert]::FromBase64String([Console]::In.ReadToEnd())
$printer = [IntPtr]::Zero
if (-not [RawQueue]::OpenPrinter($queue, [ref]$printer, [IntPtr]::Zero)) { exit 2 }
try {
  $document = New-Object RawQueue+Document
  $document.Name = 'OC Pizza'
  $document.Type = 'RAW'
  if ([RawQueue]::StartDocPrinter($printer, 1, [ref]$document) -eq 0) { exit 3 }
  $written = 0
  $done = [RawQueue]::WritePrinter($printer, $bytes, $bytes.Length, [ref]$written)
  [void][RawQueue]::EndDocPrinter($printer)
  if (-not $done -or $written -ne $bytes.Length) { exit 4 }
} finally { [void][RawQueue]::ClosePrinter($printer) }
`;

export function windowsSpooler(queue: string, bytes: Uint8Array): SpoolCommand {
  return {
    program: 'powershell.exe',
    arguments: [
      '-NoProfile',
      '-NonInteractive',
      '-EncodedCommand',
      Buffer.from(`& {${SCRIPT}} '${queue.replaceAll("'", "''")}'`, 'utf16le').toString('base64'),
    ],
    input: Buffer.from(Buffer.from(bytes).toString('base64'), 'ascii'),
  };
}
