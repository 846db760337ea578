@echo off
rem Starts the ingchain command on Windows, and builds the kit first where it is not built or out of date. The building
rem itself is in kit\cli\src\main\java\ingchain\cli\launch\Build.java, which Java runs straight from its source.
setlocal
set "root=%~dp0"
set "root=%root:~0,-1%"
set "cli=%root%\kit\cli"
set "lib=%cli%\target\lib"

if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java.exe")
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo ingchain: there is no java on this computer's PATH, or JAVA_HOME names none. Install a JDK 17 or newer ^(for example from https://adoptium.net^) and try again.>&2
    exit /b 69
)
if not exist "%cli%\target\kit-built" (
    call :build
    if errorlevel 1 exit /b 69
)

rem Short commands start faster with the first compiler only; a node that runs for days is better off without, but lets the
rem second wait for code that has run ten times as often as is usual: see the other launcher. It gives back what it needs
rem no more of its heap, in small regions.
set "fast=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"
set "fast=%fast% -XX:InitialHeapSize=24m -XX:MinHeapSize=12m -XX:MaxHeapFreeRatio=40 -XX:-ShrinkHeapInSteps"
if "%~1"=="node" set "fast=-XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:G1HeapRegionSize=1m"
if "%~1"=="node" set "fast=%fast% -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
set "jars=%lib%\picocli.jar;%lib%\gson.jar;%lib%\java-diff-utils.jar;%lib%\jline-terminal.jar;%lib%\jline-terminal-jni.jar;%lib%\jline-native.jar;%lib%\commonmark.jar;%lib%\commonmark-ext-gfm-tables.jar;%lib%\commonmark-ext-heading-anchor.jar"
set "archive=%cli%\target\command.jsa"
if "%~1"=="node" set "archive=%cli%\target\node.jsa"
rem The jar names all that a node needs, as the archive has it.
if "%~1"=="node" if exist "%archive%" set "jars=%cli%\target\node.jar"
rem Newer JVMs tell on standard output of an archive that they cannot use.
if exist "%archive%" set fast=%fast% "-XX:SharedArchiveFile=%archive%" -Xlog:all=off:stdout

call :start %*
if %errorlevel% neq 75 exit /b %errorlevel%
call :build
if errorlevel 1 exit /b 69
call :start %*
exit /b %errorlevel%

:start
"%java%" %fast% -Dingchain.check-build=true -Djdk.console=java.base "-Dingchain.root=%root%" --enable-native-access=ALL-UNNAMED -cp "%jars%;%cli%\target\classes" ingchain.cli.Main %*
exit /b %errorlevel%

:build
"%java%" --list-modules 2>nul | find "jdk.compiler" >nul
if errorlevel 1 (
    echo ingchain: this needs a JDK 17 or newer, with its compiler, and %java% is none. Install one, or point JAVA_HOME at it.>&2
    exit /b 69
)
"%java%" -XX:TieredStopAtLevel=1 -cp "%cli%\src\main\resources" "%cli%\src\main\java\ingchain\cli\launch\Build.java" "%root%" "%java%"
exit /b %errorlevel%
